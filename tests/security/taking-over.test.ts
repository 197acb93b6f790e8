import { randomUUID } from 'node:crypto';
import type { AdminGuest, Contact, ContactAccess } from '../../contract';
import { pathTo } from '../../contract/routes';
import { noteKnownEmails } from '../../server/src/features/guests/addresses';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  confirmJoin,
  editor,
  goodPassword,
  guestRow,
  mailsTo,
  makeContact,
  makeLink,
  makePasswordGuest,
  makeProject,
  makeTask,
  newAddress,
  nobody,
  proofByLink,
  proofOf,
  secretMailedTo,
  tryPassword,
  waitForMailTo,
  withJoining,
  type Actor,
} from '../support';

/*
 * Somebody who joins with the address of a contact who has an access already takes that access over. When, who is asked and
 * who is told; and where a key is mailed to, which is the same question.
 */

const domain = 'over.example';
const open = { mode: 'domains', domains: [{ domain }], approval: false };
const admin = async () => as(await administrator());
const word = () => `m${randomUUID().slice(0, 8)}`;

const accessOf = async (contact: Contact): Promise<ContactAccess> =>
  (await (await admin()).get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)).body.data;
const guestAt = async (email: string): Promise<AdminGuest | undefined> => {
  const { body } = await (await admin()).get(`${pathTo('ListGuests')}?q=${email}`).expect(200);
  const [found] = body.data.guests as { documentId: string }[];
  return found && (await (await admin()).get(pathTo('GetGuest', { guestId: found.documentId })).expect(200)).body.data;
};
const approve = async (guestId: string) => (await admin()).post(pathTo('ApproveGuest', { guestId }));

/** A contact of an address, with an access to one project's tasks. */
const given = async (email: string) => {
  const project = await makeProject();
  const task = await makeTask({ project });
  const contact = await makeContact({ email });
  const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
  await (
    await admin()
  )
    .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
      version: 0,
      closed: false,
      resources,
      accessTypes: ['tasks'],
    })
    .expect(200);
  return { contact, task, access: await accessOf(contact) };
};

const moveTo = async (contact: Contact, email: string) =>
  (await admin())
    .put(pathTo('UpdateContact', { contactId: contact.documentId }), { lastName: contact.lastName, email })
    .expect(200);

const tasksSeenBy = async (token: string): Promise<string[]> => {
  const { body } = await as({ name: 'guest', headers: { Authorization: `Bearer ${token}` } }).get('/api/tasks');
  return ((body.data ?? []) as { documentId: string }[]).map(({ documentId }) => documentId);
};

describe('X04 who joins with the address of a contact who has an access', () => {
  it('takes it over, and the address that was known is told', () =>
    withJoining(open, async () => {
      const email = newAddress(domain);
      const { task, access } = await given(email);
      const { body } = await confirmJoin(await proofOf(email)).expect(200);
      expect(body.data.guest.documentId).toBe(access.guestId);
      expect(await tasksSeenBy(body.data.token)).toEqual([task.documentId]);
      const mails = await waitForMailTo(email, 2);
      expect(mails.map(({ subject }) => subject).join()).toContain('fiche');
    }));

  it('waits where an editor has to agree, sees nothing until then, and is that contact’s guest afterwards', () =>
    withJoining({ ...open, approval: true }, async () => {
      const email = newAddress(domain);
      const { contact, task, access } = await given(email);
      const { body } = await confirmJoin(await proofOf(email)).expect(200);
      expect(body.data).toMatchObject({ outcome: 'waiting', token: null });
      await waitForMailTo(email, 2);
      expect(await accessOf(contact)).toMatchObject({ guestId: access.guestId, version: access.version });
      expect((await tryPassword(email, goodPassword)).status).toBe(401);
      const waiting = await guestAt(email);
      expect(waiting).toMatchObject({
        state: 'waiting',
        takesOver: { documentId: contact.documentId },
        pairedContacts: [],
      });
      const agreed = await approve(waiting?.documentId ?? '');
      expect([agreed.status, agreed.body.data.documentId]).toEqual([200, access.guestId]);
      const session = await tryPassword(email, goodPassword).expect(200);
      expect(await tasksSeenBy(session.body.data.token)).toEqual([task.documentId]);
      expect((await (await admin()).get(pathTo('GetGuest', { guestId: waiting?.documentId ?? '' }))).status).toBe(404);
      expect((await approve(waiting?.documentId ?? '')).status).toBe(404);
    }));

  it('is let in by nobody who may not manage accesses', () =>
    withJoining({ ...open, approval: true }, async () => {
      const email = newAddress(domain);
      await given(email);
      await confirmJoin(await proofOf(email)).expect(200);
      const waiting = await guestAt(email);
      const clerk = as(await editor(['guests.read', 'guests.update', 'keys.issue']));
      const answer = await clerk.post(pathTo('ApproveGuest', { guestId: waiting?.documentId ?? '' }));
      expect([answer.status, codeOf(answer)]).toEqual([403, 'access_decides']);
      const seen = await clerk.get(pathTo('GetGuest', { guestId: waiting?.documentId ?? '' })).expect(200);
      expect(seen.body.data).toMatchObject({ state: 'waiting', takesOver: null, pairedContacts: null });
    }));

  it.each([false, true])(
    'does not take it over where the contact’s address was changed since, whoever changed it (approval %s)',
    (approval) =>
      withJoining({ ...open, approval }, async () => {
        const [former, email] = [newAddress(domain), newAddress(domain)];
        const { contact, access } = await given(former);
        await moveTo(contact, email);
        const { body } = await confirmJoin(await proofOf(email)).expect(200);
        expect(body.data.outcome).toBe(approval ? 'waiting' : 'session');
        const guest = await guestAt(email);
        expect(guest?.documentId).not.toBe(access.guestId);
        expect(guest).toMatchObject({ accessTypes: [], takesOver: null });
        // The former one is told that somebody came.
        const [mail] = await waitForMailTo(former);
        expect(mail?.text).toContain(email.replace(/^(.)[^@]*@([^.]*)\./, '$1*** @ $2. '));
        if (approval) expect((await approve(guest?.documentId ?? '')).body.data.documentId).toBe(guest?.documentId);
        expect(await accessOf(contact)).toMatchObject({ guestId: access.guestId });
      })
  );

  it.each([
    ['was changed', async ({ contact }: { contact: Contact }) => moveTo(contact, newAddress(domain))],
    [
      'was closed',
      async ({ contact }: { contact: Contact }) => {
        const { version, resources, accessTypes } = await accessOf(contact);
        await (
          await admin()
        )
          .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
            version,
            closed: true,
            resources,
            accessTypes,
          })
          .expect(200);
      },
    ],
    [
      'is gone',
      async ({ contact }: { contact: Contact }) =>
        (await admin()).delete(pathTo('DeleteContactAccess', { contactId: contact.documentId })).expect(204),
    ],
  ])('comes in as themselves where what they waited for %s before an editor agreed', (_what, change) =>
    withJoining({ ...open, approval: true }, async () => {
      const email = newAddress(domain);
      const { contact, access } = await given(email);
      await confirmJoin(await proofOf(email)).expect(200);
      const waiting = await guestAt(email);
      await change({ contact });
      const agreed = await approve(waiting?.documentId ?? '');
      expect([agreed.status, agreed.body.data.documentId]).toEqual([200, waiting?.documentId]);
      expect(agreed.body.data).toMatchObject({ accessTypes: [], pairedContacts: [expect.anything()] });
      expect(agreed.body.data.documentId).not.toBe(access.guestId);
      const session = await tryPassword(email, goodPassword).expect(200);
      expect(await tasksSeenBy(session.body.data.token)).toEqual([]);
    })
  );
});

describe('X03 who joins by a link whose maker may not say whose contact a guest is', () => {
  const joinBy = async (maker: Actor, email: string) =>
    confirmJoin(await proofByLink((await makeLink({}, maker)).secret, email)).expect(200);

  it('takes over no access and is paired with no contact; by another’s link they do and are', async () => {
    const clerk = await editor(['invitations.manage']);
    const [held, free] = [newAddress(domain), newAddress(domain)];
    const { access } = await given(held);
    const contact = await makeContact({ email: free });
    for (const email of [held, free]) expect((await joinBy(clerk, email)).body.data.outcome).toBe('session');
    expect((await guestAt(held))?.documentId).not.toBe(access.guestId);
    expect((await guestAt(free))?.pairedContacts).not.toContainEqual(
      expect.objectContaining({ documentId: contact.documentId })
    );

    const other = newAddress(domain);
    const { access: taken } = await given(other);
    const maker = await editor(['invitations.manage', 'access.manage']);
    expect((await joinBy(maker, other)).body.data.guest.documentId).toBe(taken.guestId);
  });
});

describe('an access that was given before its contact’s address was noted', () => {
  it('counts the one that the contact has at the next start, once', async () => {
    const email = newAddress(domain);
    const { contact, access } = await given(email);
    const known = async () => (await guestRow(access.guestId ?? '')).knownEmail;
    await changeGuest(access.guestId ?? '', { knownEmail: null });
    await noteKnownEmails(site.strapi);
    expect(await known()).toBe(email);
    await moveTo(contact, newAddress(domain));
    await noteKnownEmails(site.strapi);
    expect(await known()).toBe(email);
  });
});

describe('X02 where a key is mailed to', () => {
  const withOwn = async () => {
    const guest = await makePasswordGuest();
    await changeGuest(guest.documentId, { emailProved: true });
    return guest;
  };
  const send = async (contact: Contact, by = administrator()) =>
    as(await by).post(pathTo('SendKey', { contactId: contact.documentId }));

  it('is the guest’s own address, once it is proved, whatever the contact’s is', async () => {
    const guest = await withOwn();
    const elsewhere = `${word()}@tests.example`;
    await moveTo(guest.contact, elsewhere);
    expect(await accessOf(guest.contact)).toMatchObject({ sendsKeyTo: guest.email });
    expect((await send(guest.contact)).status).toBe(200);
    expect((await waitForMailTo(guest.email))[0]?.text).toContain('gak_');
    expect(await mailsTo(elsewhere)).toEqual([]);
  });

  it('is the contact’s where the guest’s is not proved, or is not any more', async () => {
    const guest = await makePasswordGuest();
    expect((await accessOf(guest.contact)).sendsKeyTo).toBe(guest.contact.email);
    await changeGuest(guest.documentId, { emailProved: true });
    expect((await accessOf(guest.contact)).sendsKeyTo).toBe(guest.email);
    const { body } = await (await admin()).get(pathTo('GetGuest', { guestId: guest.documentId })).expect(200);
    const { version, lastName, locale } = body.data;
    const retyped = { version, lastName, locale, login: guest.login, email: `${word()}@tests.example` };
    await (await admin()).put(pathTo('UpdateGuest', { guestId: guest.documentId }), retyped).expect(200);
    expect((await accessOf(guest.contact)).sendsKeyTo).toBe(guest.contact.email);
  });

  it('is proved by a link that was mailed there', async () => {
    const guest = await makePasswordGuest();
    await as(nobody).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
    const token = await secretMailedTo(guest.email, 'grt_');
    const password = 'Chameau-vert-sous-la-lune-9';
    await as(nobody).post(pathTo('ResetPassword'), { token, password }).expect(204);
    expect((await accessOf(guest.contact)).sendsKeyTo).toBe(guest.email);
  });

  it('is none where neither has an address', async () => {
    const guest = await makePasswordGuest({ contact: { email: null }, email: null });
    expect((await accessOf(guest.contact)).sendsKeyTo).toBeNull();
    const answer = await send(guest.contact);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'no_address']);
  });

  it('is no address that somebody set who may not give accesses, unless who sends it may', async () => {
    const contact = await makeContact();
    const trap = `${word()}@tests.example`;
    await as(await editor(['contacts.update']))
      .put(pathTo('UpdateContact', { contactId: contact.documentId }), { lastName: contact.lastName, email: trap })
      .expect(200);
    await (
      await admin()
    )
      .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
        version: 0,
        closed: false,
        resources: [],
        accessTypes: ['tasks'],
      })
      .expect(200);
    const { version } = await accessOf(contact);
    await (await admin()).post(pathTo('IssueKey', { contactId: contact.documentId }), { version }).expect(200);
    const refused = await send(contact, editor(['keys.send', 'keys.issue', 'access.read']));
    expect([refused.status, codeOf(refused)]).toEqual([403, 'access_decides']);
    expect(await mailsTo(trap)).toEqual([]);
    // Who may give sees in the dialog where it goes.
    expect((await accessOf(contact)).sendsKeyTo).toBe(trap);
    expect((await send(contact)).status).toBe(200);
  });
});
