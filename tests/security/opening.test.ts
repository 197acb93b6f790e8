import type { Contact, ContactAccess } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  editor,
  makeContact,
  makeGuest,
  makePasswordGuest,
  makePerson,
  tryPassword,
} from '../support';

/* Who lets somebody in who is out, and what the answers tell to whom. */

const admin = async () => as(await administrator());
const accessOf = async (contact: Contact): Promise<ContactAccess> =>
  (await (await admin()).get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)).body.data;
const refusal = ({ status, body }: { status: number; body: unknown }) => [status, codeOf({ body })];
const decides = [403, 'access_decides'];

describe('X05 keys.issue alone', () => {
  it('opens no closed access, lets nobody in who waits, and gives no contact an access', async () => {
    const by = as(await editor(['keys.issue']));
    const closed = await makeGuest();
    const waiting = await makeGuest();
    await changeGuest(closed.access.guestId ?? '', { closed: true });
    await changeGuest(waiting.access.guestId ?? '', { closed: true, waiting: true });
    const none = await makeContact();
    for (const contact of [closed.contact, waiting.contact, none]) {
      const before = await accessOf(contact);
      expect(
        refusal(await by.post(pathTo('IssueKey', { contactId: contact.documentId }), { version: before.version }))
      ).toEqual(decides);
      expect(await accessOf(contact)).toEqual(before);
    }
  });

  it('regenerates the key of an open one, and reads of it what a key’s issuer has to', async () => {
    const guest = await makeGuest();
    const { version } = await accessOf(guest.contact);
    const { body } = await as(await editor(['keys.issue']))
      .post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version })
      .expect(200);
    expect(body.data.link).toContain('#gak_');
    expect(body.data.access).toEqual({
      contact: {
        documentId: guest.contact.documentId,
        lastName: null,
        firstName: null,
        email: null,
        companyName: null,
      },
      state: null,
      version: version + 1,
      guestId: null,
      companyContacts: null,
      companyRecords: null,
      pairedContacts: null,
      resources: null,
      accessTypes: null,
      key: expect.objectContaining({ lastFour: body.data.link.slice(-4) }),
      sendsKeyTo: null,
      mail: null,
    });
  });

  it('opens and lets in together with access.manage', async () => {
    const by = as(await editor(['keys.issue', 'access.manage', 'access.read']));
    const guest = await makeGuest();
    await changeGuest(guest.access.guestId ?? '', { closed: true });
    const { version } = await accessOf(guest.contact);
    const { body } = await by
      .post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version })
      .expect(200);
    expect(body.data.access).toMatchObject({ state: 'open', accessTypes: ['tasks'], sendsKeyTo: guest.contact.email });
  });
});

describe('X05 guests.update alone', () => {
  it('opens no closed guest and lets nobody in who waits, and closes both', async () => {
    const by = as(await editor(['guests.read', 'guests.update']));
    const { guest } = await makePerson();
    const version = async () =>
      (await (await admin()).get(pathTo('GetGuest', { guestId: guest.documentId })).expect(200)).body.data
        .version as number;
    const turn = async (closed: boolean) =>
      by.put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: await version(), closed });
    await changeGuest(guest.documentId, { closed: true });
    expect(refusal(await turn(false))).toEqual(decides);
    await changeGuest(guest.documentId, { waiting: true });
    expect(refusal(await by.post(pathTo('ApproveGuest', { guestId: guest.documentId })))).toEqual(decides);
    expect(refusal(await turn(false))).toEqual(decides);
    expect((await turn(true)).status).toBe(200);
  });

  it('lets a temporary password of a closed guest open nothing', async () => {
    const guest = await makePasswordGuest();
    await changeGuest(guest.documentId, { closed: true });
    const by = as(await editor(['guests.read', 'guests.update', 'guests.create', 'keys.issue']));
    expect(refusal(await by.post(pathTo('InviteGuest', { guestId: guest.documentId })))).toEqual([409, 'conflict']);
    await tryPassword(guest.login, guest.password).expect(401);
  });
});

describe('X05 what an answer tells', () => {
  it('is cut to what its reader may see, in each call that is open without access.read', async () => {
    const guest = await makeGuest();
    const sent = await as(await editor(['keys.send', 'contacts.read']))
      .post(pathTo('SendKey', { contactId: guest.contact.documentId }))
      .expect(200);
    expect(sent.body.data).toMatchObject({
      contact: { lastName: guest.contact.lastName, email: guest.contact.email },
      state: null,
      accessTypes: null,
      key: null,
      mail: { status: expect.any(String) },
    });
    const revoked = await as(await editor(['keys.revoke']))
      .delete(pathTo('RevokeKey', { contactId: guest.contact.documentId }))
      .expect(200);
    expect(revoked.body.data).toMatchObject({ contact: { lastName: null }, state: null, resources: null, mail: null });
    const { version } = await accessOf(guest.contact);
    const saved = await as(await editor(['access.manage']))
      .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
        version,
        closed: false,
        resources: [],
        accessTypes: ['tasks', 'tags'],
      })
      .expect(200);
    expect(saved.body.data).toMatchObject({ state: null, accessTypes: null, pairedContacts: null });
    expect((await accessOf(guest.contact)).accessTypes.sort()).toEqual(['tags', 'tasks']);
  });

  it('is of guests no more than who they are, without access.read', async () => {
    const { guest } = await makePerson({ accessTypes: ['tasks'] });
    const by = as(await editor(['guests.read']));
    const { body } = await by.get(pathTo('GetGuest', { guestId: guest.documentId })).expect(200);
    expect(body.data).toMatchObject({
      lastName: guest.lastName,
      pairedContacts: null,
      resources: null,
      accessTypes: null,
      companyContacts: null,
      companyRecords: null,
      takesOver: null,
    });
    const list = await by.get(`${pathTo('ListGuests')}?q=${guest.email}`).expect(200);
    expect(list.body.data.guests[0].companyNames).toBeNull();
  });
});
