import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  askToJoin,
  codeOf,
  guestRow,
  logInByPassword,
  makeContact,
  makePasswordGuest,
  makePerson,
  nobody,
  secretMailedTo,
  withJoining,
} from '../support';

const mark = () => randomUUID().slice(0, 8);
const admin = async () => as(await administrator());

/** An address at a domain of its own: as people write it, and as it is mailed to. */
const zoe = () => {
  const local = `zoe-${mark()}`;
  return { readable: `${local}@société.example`, stored: `${local}@xn--socit-esab.example`, local };
};
const spellings = ({ readable, stored, local }: ReturnType<typeof zoe>) => [
  readable,
  stored,
  `${local}@SOCIÉTÉ.example`,
  readable.normalize('NFD'),
  `\u00a0${readable}\u200b`,
  `Zoé Dupont <${readable}>`,
];
/** How many messages are on their way to an address: as SMTP is told it. */
const mailedTo = async (address: string): Promise<number> => {
  const [row] = await site.strapi.db
    .connection('guest_access_mail_messages')
    .where({ to_address: address })
    .count({ count: '*' });
  return Number(row?.count);
};
const messageOf = (body: { error: { details: { errors?: { message: string }[] } } }) =>
  body.error.details.errors?.[0]?.message;

describe('an address with an international domain', () => {
  it('may join where the settings name its domain in any form', async () => {
    for (const domain of ['société.example', 'Socie\u0301te\u0301.example', 'xn--socit-esab.example']) {
      await withJoining({ mode: 'domains', domains: [{ domain }] }, async () => {
        for (const number of [0, 1, 2, 3, 4, 5]) {
          const person = zoe();
          await askToJoin(spellings(person)[number]).expect(202);
          expect(await mailedTo(person.stored)).toBe(1);
        }
        await askToJoin(`a-${mark()}@societe.example`).expect(403);
        const { body } = await (await admin()).get(pathTo('GetSettings')).expect(200);
        expect(body.data.settings.joining.domains[0].domain).toBe('société.example');
      });
    }
  });

  it('is stored as it is mailed to, shown as it is read and found by either, of a contact', async () => {
    const person = zoe();
    const contact = await makeContact({ email: `Zoé <${person.readable}>` });
    expect(contact.email).toBe(person.readable);
    const row: unknown = await site.strapi.db
      .connection('guest_access_contacts')
      .where({ document_id: contact.documentId })
      .first('email', 'email_key');
    expect(row).toEqual({ email: person.stored, email_key: person.stored });
    for (const q of [person.readable, person.stored, `${person.local}@societe`]) {
      const { body } = await (await admin()).get(`${pathTo('ListContacts')}?q=${encodeURIComponent(q)}`).expect(200);
      expect(body.data.pagination.total).toBe(1);
    }
    const { body } = await (
      await admin()
    )
      .put(pathTo('UpdateContact', { contactId: contact.documentId }), { lastName: 'Zoé', email: person.readable })
      .expect(200);
    expect(body.data.email).toBe(person.readable);
  });

  it('is one guest’s, who logs in and is mailed by any form of it', async () => {
    const person = zoe();
    const { guest } = await makePerson({ email: person.readable });
    expect(guest.email).toBe(person.readable);
    expect(await guestRow(guest.documentId)).toMatchObject({ email: person.stored, emailKey: person.stored });
    for (const email of spellings(person)) {
      const again = await (
        await admin()
      ).post(pathTo('CreateGuest'), {
        lastName: 'X',
        email,
        locale: 'fr',
        resources: [],
        accessTypes: [],
        companyContacts: false,
        companyRecords: false,
      });
      expect([email, again.status, codeOf(again)]).toEqual([email, 409, 'address_taken']);
    }
    const other = await makePasswordGuest({ email: zoe().stored });
    for (const login of [other.email.replace('xn--socit-esab', 'société'), `Zoé <${other.email}>`]) {
      const { actor } = await logInByPassword(login, other.password);
      const { body } = await as(actor).get(pathTo('GetMe')).expect(200);
      expect(body.data.email).toBe(other.email.replace('xn--socit-esab', 'société'));
    }
    await as(nobody)
      .post(pathTo('ForgotPassword'), { email: `Zoé <${person.readable}>` })
      .expect(204);
    expect(await mailedTo(person.stored)).toBe(1);
    // The mail server of the tests reads names of domains as people do.
    await secretMailedTo(person.readable, 'grt_');
  });
});

describe('a refusal', () => {
  it.each([
    ['zoe.example.com', 'no-at'],
    ['zoe@a.example,bob@b.example', 'several'],
    ['zoe dupont@example.com', 'space'],
    ['zoé@example.com', 'local-part'],
    ['zoe@localhost', 'domain'],
    ['zoe@\uff45xample.com', 'domain'],
  ])('of %s names what is wrong: %s', async (email, reason) => {
    const say = `email is not an address (${reason})`;
    expect(messageOf((await askToJoin(email).expect(400)).body)).toBe(say);
    const forgot = await as(nobody).post(pathTo('ForgotPassword'), { email }).expect(400);
    expect(messageOf(forgot.body)).toBe(say);
    const contact = await (await admin()).post(pathTo('CreateContact'), { lastName: 'X', email }).expect(400);
    expect(messageOf(contact.body)).toBe(say);
  });
});
