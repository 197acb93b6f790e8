import { pathTo } from '../../contract/routes';
import { administrator, as } from '../support';
import { HIDDEN, makeWorld, restoreSettings, widenSettings, type World } from '../security/world';

interface Field {
  name: string;
  [more: string]: unknown;
}
interface Component {
  uid: string;
  label: string;
  fields: Field[];
}

let world: World;
beforeAll(async () => {
  await widenSettings();
  world = await makeWorld();
});
afterAll(restoreSettings);

const section = async (): Promise<{ fields: Field[]; components: Component[] }> => {
  const { body } = await as(world.actor).get(pathTo('GetMyAccess')).expect(200);
  return body.data.sections.find(
    ({ contentType }: { contentType: string }) => contentType === 'api::document.document'
  );
};

describe('GET /me/access', () => {
  it('says which components a field may hold, and their fields, with the site’s own words', async () => {
    const path = '/content-manager/components/shared.reference/configuration';
    const editor = as(await administrator());
    const { settings, metadatas, layouts } = (await editor.get(path).expect(200)).body.data.component;
    const named = { ...metadatas, label: { ...metadatas.label, edit: { ...metadatas.label.edit, label: 'Renvoi' } } };
    await editor.put(path, { settings, metadatas: named, layouts }).expect(200);
    try {
      const { fields, components } = await section();
      expect(fields.find(({ name }) => name === 'references')).toMatchObject({
        kind: 'component',
        components: ['shared.reference'],
      });
      expect(fields.find(({ name }) => name === 'references')).not.toHaveProperty('zone');
      expect(fields.find(({ name }) => name === 'sections')).toMatchObject({
        kind: 'component',
        components: ['shared.task-list', 'shared.note'],
        zone: true,
      });
      expect(components.map(({ uid, label }) => [uid, label]).sort()).toEqual([
        ['shared.note', 'Note'],
        ['shared.reference', 'Référence'],
        ['shared.task-list', 'Liste de tâches'],
      ]);
      expect(components.find(({ uid }) => uid === 'shared.reference')?.fields).toMatchObject([
        { name: 'label', label: 'Renvoi', kind: 'text' },
        { name: 'project', kind: 'relation', target: { path: '/api/projects', many: false } },
      ]);
    } finally {
      await editor.put(path, { settings, metadatas, layouts }).expect(200);
    }
  });
});

describe('a row with what hangs on its components', () => {
  it('is read as the portal asks for it, without rows of others', async () => {
    const { components } = await section();
    const labelOf = (uid: string, name: string) => {
      const field = components.find((one) => one.uid === uid)?.fields.find((one) => one.name === name);
      return (field?.['target'] as { labelField: string }).labelField;
    };
    const query = [
      `populate[references][populate][project][fields][0]=${labelOf('shared.reference', 'project')}`,
      `populate[sections][on][shared.task-list][populate][tasks][fields][0]=${labelOf('shared.task-list', 'tasks')}`,
      'populate[sections][on][shared.note]=true',
    ].join('&');
    const path = `/api/documents/${world.a.document.documentId}?locale=fr&${query}`;
    const { body } = await as(world.actor).get(path).expect(200);
    expect(body.data.references).toMatchObject([
      { label: 'Voir', project: null },
      { label: 'Voir aussi', project: { documentId: world.a.project.documentId } },
    ]);
    expect(body.data.sections).toMatchObject([
      { __component: 'shared.task-list', heading: 'Liste', tasks: [{ documentId: world.a.task.documentId }] },
      { __component: 'shared.note', text: 'Note' },
    ]);
    expect(body.data.sections[0].tasks).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain(HIDDEN);
  });
});
