import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  guestRow,
  logInByPassword,
  makeGuest,
  makePasswordGuest,
  nobody,
  startInstance,
  tryPassword,
  waitForMailTo,
  mailsTo,
  secretMailedTo,
  type Actor,
  type PasswordGuest,
  codeOf,
} from '../support';

const newPassword = 'onze hérons à la gare';
const fresh = (): string => `a-${randomUUID().slice(0, 8)}@tests.example`;

const confirm = (token: string, more: object = {}, actor: Actor = nobody) =>
  as(actor).post(pathTo('ConfirmEmail'), { token, ...more });
const undo = (token: string) => as(nobody).post(pathTo('UndoEmail'), { token });

/** Asks for another address; answers the secret of the link that is mailed there. */
const asked = async (actor: Actor, password: string, email: string): Promise<string> => {
  await as(actor).post(pathTo('ChangeEmail'), { email, password }).expect(202);
  return secretMailedTo(email, 'gvt_');
};

/** The link of the newest mail to a former address. */
const undoLinkTo = async (address: string, amount: number): Promise<string> => secretMailedTo(address, 'gvt_', amount);

/** What somebody does who has come by a guest's password: the address is theirs. */
const takeOver = async (guest: PasswordGuest, email = fresh()): Promise<{ actor: Actor; email: string }> => {
  const { actor } = await logInByPassword(guest.email, guest.password);
  const token = await asked(actor, guest.password, email);
  await confirm(token, {}, actor).expect(200);
  return { actor, email };
};

/** An editor gives a guest another address. */
const settle = async ({ documentId }: PasswordGuest, email: string): Promise<void> => {
  const { version, lastName, firstName } = await guestRow(documentId);
  const reach = { resources: [], accessTypes: [], companyContacts: false, companyRecords: false };
  await as(await administrator())
    .put(pathTo('UpdateGuest', { guestId: documentId }), {
      version,
      lastName,
      firstName,
      email,
      locale: 'fr',
      ...reach,
    })
    .expect(200);
};

/** The page of somebody whose session is in its cookie. */
const pageWith = (name: string, cookies: unknown): Actor => {
  const [line = ''] = [cookies ?? ''].flat().map(String);
  return { name, headers: { Cookie: line.split(';')[0] ?? '', 'Guest-Access': 'cookie', Origin: site.url } };
};

/** An editor who looks at the portal as a guest. */
const lookingAs = async (guestId: string): Promise<Actor> => {
  const { body } = await as(await administrator())
    .post(pathTo('StartPreview', { guestId }))
    .expect(200);
  const ticket: unknown = body.data.link.split('#')[1];
  const answer = await as({ name: 'page', headers: { Origin: site.url } })
    .post(pathTo('LogInByPreview'), { ticket } as object)
    .expect(200);
  return pageWith('look', answer.headers['set-cookie']);
};

describe('X10 a new address is confirmed by the guest', () => {
  it('not by whoever reads it: neither without a session, nor in another guest’s or a look’s', async () => {
    const [guest, other] = [await makePasswordGuest({ proved: true }), await makeGuest()];
    const { actor } = await logInByPassword(guest.login, guest.password);
    const email = fresh();
    const token = await asked(actor, guest.password, email);
    for (const caller of [nobody, other.actor, await lookingAs(guest.documentId)]) {
      expect(codeOf(await confirm(token, {}, caller).expect(403))).toBe('guest_not_shown');
    }
    expect(codeOf(await confirm(token, { password: 'wrong' }, other.actor).expect(403))).toBe('wrong_password');
    expect((await guestRow(guest.documentId))['email']).toBe(guest.email);
    // The link is as good as before.
    await confirm(token, {}, actor).expect(200);
    expect((await guestRow(guest.documentId))['email']).toBe(email);
  });

  it('with the password, where the guest is not logged in', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const { actor } = await logInByPassword(guest.login, guest.password);
    const token = await asked(actor, guest.password, fresh());
    await confirm(token, { password: guest.password }).expect(200);
    await confirm(token, { password: guest.password }).expect(401);
  });

  it('by the page of one’s own session, and by no page of another site', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const answer = await as({ name: 'page', headers: { Origin: site.url } })
      .post(pathTo('LogInByPassword'), { login: guest.login, password: guest.password, carrier: 'cookie' })
      .expect(200);
    const page = pageWith('page', answer.headers['set-cookie']);
    const token = await asked(page, guest.password, fresh());
    const elsewhere = { name: 'elsewhere', headers: { ...page.headers, Origin: 'https://evil.example' } };
    expect(codeOf(await confirm(token, {}, elsewhere).expect(403))).toBe('origin_refused');
    await confirm(token, {}, page).expect(200);
  });

  it('not by a session that has ended', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const { actor } = await logInByPassword(guest.login, guest.password);
    const token = await asked(actor, guest.password, fresh());
    await as(actor).post(pathTo('LogOut')).expect(204);
    expect(codeOf(await confirm(token, {}, actor).expect(403))).toBe('guest_not_shown');
  });

  it('with few tries, which are the link’s and not the guest’s', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const { actor } = await logInByPassword(guest.login, guest.password);
    const token = await asked(actor, guest.password, fresh());
    const limited = await startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });
    const at = (path: string, body: object, headers: object = {}) =>
      fetch(limited.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    try {
      const statuses = [];
      for (let time = 0; time < 12; time += 1) {
        statuses.push((await at(pathTo('ConfirmEmail'), { token, password: `wrong ${time}` })).status);
      }
      expect(statuses).toEqual([...Array(10).fill(403), 429, 429]);
      const passwords = { currentPassword: guest.password, password: newPassword };
      expect((await at(pathTo('ChangePassword'), passwords, actor.headers)).status).toBe(204);
    } finally {
      limited.kill();
    }
  }, 180_000);
});

describe('X10 the former address takes a change back', () => {
  it('by a button and not by opening the link: the address, and nothing that the other had opens anything', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const { actor, email } = await takeOver(guest);
    const token = await undoLinkTo(guest.email, 2);
    const [, mail] = await mailsTo(guest.email);
    expect(mail?.text).toContain('/guest/email/undo#gvt_');
    expect(mail?.text).not.toContain(email);
    await as(nobody).get('/guest/email/undo').expect(200);
    await as(nobody).get(`${pathTo('UndoEmail')}?token=${token}`);
    expect((await guestRow(guest.documentId))['email']).toBe(email);
    // Meanwhile whoever has the address sets a password of theirs, and asks for a link that lies in wait.
    await as(nobody).post(pathTo('ForgotPassword'), { email }).expect(204);
    const lying = await secretMailedTo(email, 'grt_', 2);

    const { body } = await undo(token).expect(200);
    expect(body.data).toEqual({ email: guest.email });
    await as(actor).get(pathTo('GetMe')).expect(401);
    await tryPassword(guest.email, guest.password).expect(401);
    await tryPassword(guest.login, guest.password).expect(401);
    await tryPassword(email, guest.password).expect(401);
    await as(nobody).post(pathTo('LogInByKey'), { key: guest.key }).expect(401);
    await as(nobody).post(pathTo('ResetPassword'), { token: lying, password: newPassword }).expect(401);
    await undo(token).expect(401);

    const reset = await secretMailedTo(guest.email, 'grt_', 3);
    await as(nobody).post(pathTo('ResetPassword'), { token: reset, password: newPassword }).expect(204);
    await logInByPassword(guest.email, newPassword);
    // The other address is told, and has no link to turn it round again.
    const told = (await waitForMailTo(email, 3)).at(-1);
    expect(told?.text).not.toMatch(/gvt_|grt_/);
  });

  it('also after another password and further changes, none of which ends the way back or makes one to what lies between', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const first = await takeOver(guest);
    const token = await undoLinkTo(guest.email, 2);
    await as(first.actor)
      .post(pathTo('ChangePassword'), { currentPassword: guest.password, password: newPassword })
      .expect(204);
    const second = fresh();
    await confirm(await asked(first.actor, newPassword, second), {}, first.actor).expect(200);
    const between = await undoLinkTo(first.email, 4);
    await undo(token).expect(200);
    expect((await guestRow(guest.documentId))['email']).toBe(guest.email);
    await undo(between).expect(401);
    await tryPassword(guest.email, newPassword).expect(401);
  });

  it('not where an editor has settled the address meanwhile, nor where the access is closed', async () => {
    const guest = await makePasswordGuest({ proved: true });
    await takeOver(guest);
    const token = await undoLinkTo(guest.email, 2);
    const settled = fresh();
    await settle(guest, settled);
    await undo(token).expect(401);
    expect((await guestRow(guest.documentId))['email']).toBe(settled);
  });

  it('not where it has become another guest’s: nothing is changed, and the link stays good', async () => {
    const guest = await makePasswordGuest({ proved: true });
    const { actor, email } = await takeOver(guest);
    const token = await undoLinkTo(guest.email, 2);
    const other = await makePasswordGuest({ email: guest.email });
    expect(codeOf(await undo(token).expect(409))).toBe('address_taken');
    await as(actor).get(pathTo('GetMe')).expect(200);
    expect((await guestRow(guest.documentId))['email']).toBe(email);
    await changeGuest(other.documentId, { email: null, emailKey: null });
    await undo(token).expect(200);
  });

  it('has no link where nobody proved to read it: it may be a stranger’s', async () => {
    const guest = await makePasswordGuest();
    await takeOver(guest);
    const [, told] = await waitForMailTo(guest.email, 2);
    expect(told?.text).not.toContain('gvt_');
    expect(told?.text).toContain('/guest/login');
  });

  it('has no link where an editor changed it, and is told', async () => {
    const guest = await makePasswordGuest({ proved: true });
    await settle(guest, fresh());
    const [told] = await waitForMailTo(guest.email);
    expect(told?.text).not.toContain('gvt_');
  });
});
