import type { AdminGuest, Contact, ContactAccess, InvitationLink } from '../../../contract';
import { pathTo } from '../../../contract/routes';
import { administrator, as, makeProject, makeTask, type Made } from '../../support';
import { fact } from './facts';

const address = () => `${fact('address')}@tests.example`;

export const newContact = async (): Promise<Contact> => {
  const { body } = await as(await administrator())
    .post(pathTo('CreateContact'), {
      lastName: fact('contact'),
      firstName: fact('contact'),
      email: address(),
      phone: fact('contact'),
      company: { name: fact('contact') },
    })
    .expect(200);
  return body.data;
};

export const grantsOf = (project: Made) => ({
  resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
  accessTypes: ['tasks'],
});

export interface World {
  contact: Contact;
  /** Another whom the guest is paired with. */
  other: Contact;
  project: Made;
  task: Made;
  guest: AdminGuest;
}

/** A guest with all that there is to tell of one: their own contact and another, an address, a project, a task, a key. */
export const newWorld = async (stands: 'open' | 'closed' | 'waiting' = 'open'): Promise<World> => {
  const admin = as(await administrator());
  const [contact, other] = [await newContact(), await newContact()];
  const project = await makeProject({ name: fact('row') });
  const task = await makeTask({ project, title: fact('row') });
  const made: AdminGuest = (
    await admin
      .post(pathTo('CreateGuest'), {
        lastName: fact('guest'),
        firstName: fact('guest'),
        email: contact.email,
        title: fact('guest'),
        description: fact('guest'),
        locale: 'fr',
        contactIds: [contact.documentId, other.documentId],
        ...grantsOf(project),
        companyContacts: false,
        companyRecords: true,
        invite: false,
      })
      .expect(200)
  ).body.data;
  const access: ContactAccess = (
    await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)
  ).body.data;
  if (access.guestId !== made.documentId) throw new Error('The contact is not the guest’s own');
  await admin.post(pathTo('IssueKey', { contactId: contact.documentId }), { version: access.version }).expect(200);
  if (stands !== 'open') {
    await site.strapi.db
      .query('plugin::guest-access.guest')
      .update({ where: { documentId: made.documentId }, data: { closed: true, waiting: stands === 'waiting' } });
  }
  const guest: AdminGuest = (await admin.get(pathTo('GetGuest', { guestId: made.documentId })).expect(200)).body.data;
  return { contact, other, project, task, guest };
};

/** An invitation link of the administrator's, who may give what it gives. */
export const newLink = async (gives: object = { resources: [], accessTypes: [] }): Promise<InvitationLink> => {
  const { body } = await as(await administrator())
    .post(pathTo('CreateInvitationLink'), { name: fact('link'), ...gives })
    .expect(200);
  return body.data.link;
};
