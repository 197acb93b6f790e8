import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  askToJoin,
  changeGuest,
  confirmJoin,
  logInByPassword,
  makeGuest,
  makePasswordGuest,
  newAddress,
  proofOf,
  proveAddress,
  waitForMailTo,
  withJoining,
  type Mail,
} from '../support';

const hostile = { firstName: 'https://evil.tld/x www.evil.tld', lastName: 'evil@evil.tld tel:+420123' };

/** What a reader gets to see, and what a mail client looks for links in. */
const partsOf = (mail: Mail | undefined): string[] => [mail?.subject ?? '', mail?.text ?? '', mail?.html ?? ''];

const expectNothingTyped = (mail: Mail | undefined): void => {
  for (const part of partsOf(mail)) expect(part).not.toMatch(/evil|\+420123/i);
};

const expectData = (mail: Mail | undefined): void => {
  expect(mail?.text).toContain('https: /evil. tld/x www. evil. tld');
  for (const part of partsOf(mail)) expect(part).not.toMatch(/evil\.tld|evil@|www\.evil|tel:\+/);
};

describe('X11 what a guest typed stands in no mail to an address that is not proved', () => {
  it('of a key', async () => {
    const guest = await makeGuest();
    await as(guest.actor).patch(pathTo('UpdateMe'), hostile).expect(200);
    const admin = as(await administrator());
    await admin.post(pathTo('SendKey', { contactId: guest.contact.documentId })).expect(200);
    const [mail] = await waitForMailTo(guest.contact.email ?? '');
    expectNothingTyped(mail);
    expect(mail?.text).toMatch(/^Bonjour,\n/);
  });

  it('of a new address, nor of a forgotten password where an editor typed the address', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    await as(actor).patch(pathTo('UpdateMe'), hostile).expect(200);
    const email = `n-${randomUUID().slice(0, 8)}@tests.example`;
    await as(actor).post(pathTo('ChangeEmail'), { email, password: guest.password }).expect(202);
    expectNothingTyped((await waitForMailTo(email))[0]);
    expectNothingTyped((await waitForMailTo(guest.email))[0]);
    await as(actor).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
    expectNothingTyped((await waitForMailTo(guest.email, 2))[1]);
  });

  it('of somebody who asks to join with an address that is a guest’s', () =>
    withJoining({ mode: 'any' }, async () => {
      const guest = await makePasswordGuest();
      await changeGuest(guest.documentId, { ...hostile });
      await askToJoin(guest.email).expect(202);
      expectNothingTyped((await waitForMailTo(guest.email))[0]);
    }));
});

describe('X11 what a guest typed is data in mails to others', () => {
  it('in one’s own, once the address is proved', async () => {
    const guest = await makePasswordGuest();
    await changeGuest(guest.documentId, { ...hostile });
    await proveAddress(guest.documentId, guest.email);
    await as(guest.actor).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
    expectData((await waitForMailTo(guest.email))[0]);
  });

  it('in those to editors, name and address, in subject, text and HTML', async () => {
    const editor = newAddress('editors.example');
    await withJoining({ mode: 'any', notify: [editor] }, async () => {
      const address = `www.evil.tld/${randomUUID().slice(0, 8)}@evil.tld`;
      const joined = await confirmJoin(await proofOf(address), hostile);
      expect(joined.status).toBe(200);
      const [mail] = await waitForMailTo(editor);
      expectData(mail);
      expect(mail?.subject).toContain('www. evil. tld');
      expect(mail?.text).toMatch(/www\. evil\. tld\/[0-9a-f]{8} @ evil\. tld/);
    });
  });
});
