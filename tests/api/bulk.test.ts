import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, makeContact, makeGuest, makeProject } from '../support';

const actionsOf = async (guestId: string): Promise<string[]> => {
  const rows: { action: string }[] = await site.strapi.db
    .query('plugin::guest-access.activity')
    .findMany({ where: { guest: guestId }, orderBy: { id: 'asc' }, select: ['action'] });
  return rows.map(({ action }) => action);
};

describe('POST /access/bulk', () => {
  it('O3 makes guests of contacts, gives beside what a guest has, passes over who is not there, and notes it', async () => {
    const admin = as(await administrator());
    const contact = await makeContact();
    const guest = await makeGuest({ accessTypes: ['tasks'] });
    const project = await makeProject();
    const unknown = 'a'.repeat(24);
    const { body } = await admin
      .post(pathTo('GrantAccessInBulk'), {
        contactIds: [contact.documentId, guest.contact.documentId, unknown],
        resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
        accessTypes: ['tags'],
      })
      .expect(200);
    expect(body.data.results).toEqual([
      { contactId: contact.documentId, outcome: 'created' },
      { contactId: guest.contact.documentId, outcome: 'extended' },
      { contactId: unknown, outcome: 'unknown-contact' },
    ]);
    const accessOf = async (contactId: string) =>
      (await admin.get(pathTo('GetContactAccess', { contactId })).expect(200)).body.data;
    const made = await accessOf(contact.documentId);
    expect(made).toMatchObject({ state: 'without-credentials', accessTypes: ['tags'] });
    expect((await accessOf(guest.contact.documentId)).accessTypes.sort()).toEqual(['tags', 'tasks']);
    expect(await actionsOf(made.guestId)).toEqual(['access.saved']);
    await as(guest.actor).get(`/api/projects/${project.documentId}`).expect(200);
  });

  it('gives nobody anything where one thing to be given is not there', async () => {
    const admin = as(await administrator());
    const contact = await makeContact();
    const answer = await admin
      .post(pathTo('GrantAccessInBulk'), {
        contactIds: [contact.documentId],
        resources: [{ contentType: 'api::project.project', documentIds: ['b'.repeat(24)] }],
        accessTypes: ['tags'],
      })
      .expect(400);
    expect(codeOf(answer)).toBe('invalid_body');
    const { body } = await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200);
    expect(body.data).toMatchObject({ state: 'none', version: 0 });
  });
});
