import supertest from 'supertest';
import { makeAbsence, makeGuest, makeProject, startInstance } from '../support';
import { readSettings, saveSettings } from './world';

jest.setTimeout(300_000);

describe('a plugin whose hook puts every relation into a query', () => {
  it('shows a guest no row and no field more, though it hung its hook in after ours', async () => {
    const settings = await readSettings();
    await saveSettings({
      ...settings,
      resourceTypes: settings.resourceTypes.map((type) => ({ ...type, readFields: ['code'], labelField: 'code' })),
    });
    const instance = await startInstance({ TEST_POPULATE_ALL: 'on' });
    try {
      const own = await makeProject({ code: 'LISIBLE', name: 'CACHE' });
      const absence = await makeAbsence({ project: own });
      await makeAbsence({ person: 'CACHE' });
      const { actor } = await makeGuest({ projects: [own], accessTypes: ['absences'] });
      const { body, text } = await supertest(instance.url)
        .get('/api/absences?_q=populate-all')
        .set(actor.headers)
        .expect(200);
      expect(body.data).toHaveLength(1);
      expect(body.data[0]).toMatchObject({ documentId: absence.documentId, project: { code: 'LISIBLE' } });
      expect(text).not.toContain('CACHE');
    } finally {
      instance.kill();
      await saveSettings(settings);
    }
  });
});
