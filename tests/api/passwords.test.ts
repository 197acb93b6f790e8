import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  changeStored,
  guestRow,
  guestWith,
  logInByKey,
  logInByPassword,
  mailsTo,
  makeGuest,
  makePasswordGuest,
  makePerson,
  makeProject,
  makeTask,
  nobody,
  secretMailedTo,
  storedDigest,
  tryPassword,
  waitForMailTo,
  codeOf,
} from '../support';
import { readSettings, saveSettings } from '../security/world';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
const fresh = () => `${randomUUID().slice(0, 8)}@tests.example`;
const newPassword = 'sept lampes vertes';

/** What happened to a guest, by the log. */
const actionsOf = async (guest: string): Promise<string[]> =>
  (await site.strapi.db.connection('guest_access_activities').where({ guest }).orderBy('id').select('action')).map(
    ({ action }: { action: string }) => action
  );

describe('POST /auth/password', () => {
  it('lets in by login name or address, in any case, and shows what they were given', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const guest = await makePasswordGuest({ projects: [project] });
    for (const login of [guest.login, guest.login.toUpperCase(), ` ${guest.email} `, guest.email.toUpperCase()]) {
      const { body } = await tryPassword(login, guest.password).expect(200);
      expect(body.data).toMatchObject({ token: expect.stringMatching(/^gst_/), guest: { hasPassword: true } });
      const { body: tasks } = await as(guestWith(body.data.token)).get('/api/tasks').expect(200);
      expect(tasks.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([task.documentId]);
    }
    expect(await actionsOf(guest.documentId)).toContain('guest.logged-in');
  });

  it('sends a guest with a temporary password on to choose their own, without a session', async () => {
    const guest = await makePasswordGuest({ temporary: true, password: 'donné par un éditeur' });
    const refused = await tryPassword(guest.login, guest.password).expect(403);
    expect(codeOf(refused)).toBe('password_change_required');
    expect(refused.headers['set-cookie']).toBeUndefined();
    const { token } = refused.body.error.details;
    await as(guestWith(token)).get(pathTo('GetMe')).expect(401);

    const preview = await as(nobody).post(pathTo('PreviewPasswordLink'), { token }).expect(200);
    expect(preview.body.data).toMatchObject({ login: guest.login, email: guest.email });
    const same = await as(nobody).post(pathTo('ResetPassword'), { token, password: guest.password }).expect(400);
    expect(same.body.error.details.faults).toEqual(['unchanged']);
    await as(nobody).post(pathTo('ResetPassword'), { token, password: newPassword }).expect(204);
    await tryPassword(guest.login, guest.password).expect(401);
    await logInByPassword(guest.login, newPassword);
  });

  it('keeps a password of older parameters under today’s', async () => {
    const guest = await makePasswordGuest();
    const older = await hash(guest.password, { algorithm: 2, memoryCost: 4096, timeCost: 1, parallelism: 1 });
    await changeStored(guest.documentId, { digest: older });
    await logInByPassword(guest.login, guest.password);
    expect(await storedDigest(guest.documentId)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await logInByPassword(guest.login, guest.password);
  });

  it('is shut by the settings, and so is the door of keys', async () => {
    const settings = await readSettings();
    const guest = await makePasswordGuest();
    try {
      await saveSettings({ ...settings, signInMethods: { key: true, password: false } });
      expect(codeOf(await tryPassword(guest.login, guest.password).expect(403))).toBe('door_closed');
      await logInByKey(guest.key);
      await saveSettings({ ...settings, signInMethods: { key: false, password: true } });
      const refused = await as(nobody).post(pathTo('LogInByKey'), { key: guest.key }).expect(403);
      expect(codeOf(refused)).toBe('door_closed');
      await logInByPassword(guest.login, guest.password);
    } finally {
      await saveSettings(settings);
    }
  });
});

describe('a lost password', () => {
  it('is set anew by a link that comes by mail, is good once, and logs nobody in', async () => {
    const guest = await makePasswordGuest();
    const before = await logInByPassword(guest.login, guest.password);
    await as(nobody)
      .post(pathTo('ForgotPassword'), { email: ` ${guest.email.toUpperCase()} ` })
      .expect(204);
    const token = await secretMailedTo(guest.email, 'grt_');
    expect(await actionsOf(guest.documentId)).toContain('password.reset-asked');

    for (let look = 0; look < 3; look += 1) {
      await as(nobody).post(pathTo('PreviewPasswordLink'), { token }).expect(200);
    }
    const weak = await as(nobody).post(pathTo('ResetPassword'), { token, password: 'password1234' }).expect(400);
    expect(weak.body.error.details).toMatchObject({ code: 'weak_password', faults: ['common'] });
    const done = await as(nobody).post(pathTo('ResetPassword'), { token, password: newPassword }).expect(204);
    expect(done.headers['set-cookie']).toBeUndefined();

    await as(before.actor).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await tryPassword(guest.login, guest.password).expect(401);
    await logInByPassword(guest.login, newPassword);
    const [, told] = await waitForMailTo(guest.email, 2);
    expect(told?.text).not.toMatch(/grt_|gst_/);
    const again = await as(nobody).post(pathTo('ResetPassword'), { token, password: 'autre chose encore' }).expect(401);
    expect(codeOf(again)).toBe('invalid_link');
  });

  it('is asked for twice by a double click, and mailed once', async () => {
    const guest = await makePasswordGuest();
    const ask = () => as(nobody).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
    await Promise.all([ask(), ask(), ask()]);
    await waitForMailTo(guest.email);
    await site.strapi.service('plugin::guest-access.mail').deliverDue();
    expect(await mailsTo(guest.email)).toHaveLength(1);
  });

  it('of nobody, or of somebody who may not come in, brings no mail', async () => {
    const closed = await makePasswordGuest();
    await changeGuest(closed.documentId, { closed: true });
    const unknown = fresh();
    for (const email of [closed.email, unknown]) await as(nobody).post(pathTo('ForgotPassword'), { email }).expect(204);
    const proof = await makePasswordGuest();
    await as(nobody).post(pathTo('ForgotPassword'), { email: proof.email }).expect(204);
    await waitForMailTo(proof.email);
    expect(await mailsTo(closed.email)).toEqual([]);
    expect(await mailsTo(unknown)).toEqual([]);
  });

  it.each(['', 'x', 'a@b', '"x@y"@example.com', 'a@example.com,b@example.com'])(
    'is not asked for at %j',
    async (email) => {
      const { body } = await as(nobody).post(pathTo('ForgotPassword'), { email }).expect(400);
      expect(body.error.details.errors[0].path).toEqual(['email']);
    }
  );
});

describe('an invited guest', () => {
  it('sets their password by the link that is mailed to them, and comes in', async () => {
    const { guest, email, login } = await makePerson({ invite: true, locale: 'en' });
    const [mail] = await waitForMailTo(email);
    expect(mail?.subject).toContain('invitation');
    expect(mail?.text).toContain(login);
    const token = await secretMailedTo(email, 'grt_');
    const preview = await as(nobody).post(pathTo('PreviewPasswordLink'), { token }).expect(200);
    expect(preview.body.data).toEqual({ firstName: guest.firstName, lastName: guest.lastName, login, email });
    await as(nobody).post(pathTo('ResetPassword'), { token, password: newPassword }).expect(204);
    const { actor } = await logInByPassword(login, newPassword);
    expect((await as(actor).get(pathTo('GetMe'))).body.data).toMatchObject({ email, hasPassword: true });
  });

  it('has a week for it, and a new link where they come later', async () => {
    const { guest, email } = await makePerson({ invite: true });
    const late = await secretMailedTo(email, 'grt_');
    const tickets = () => site.strapi.db.connection('guest_access_vault_tickets').where({ guest: guest.documentId });
    const [ticket] = await tickets();
    expect(Number(ticket.ends_at) - Number(ticket.made_at)).toBe(7 * 24 * 60 * 60 * 1000);
    await tickets().update({ ends_at: Date.now() - 1 });
    await site.strapi.db.connection('guest_access_mail_messages').where({ to_address: email }).delete();
    await as(nobody).post(pathTo('ResetPassword'), { token: late, password: newPassword }).expect(401);
    await as(nobody).post(pathTo('RenewLink'), { token: late }).expect(204);
    const token = await secretMailedTo(email, 'grt_', 2);
    expect((await waitForMailTo(email, 2))[1]?.subject).toBe((await mailsTo(email))[0]?.subject);
    await as(nobody).post(pathTo('ResetPassword'), { token, password: newPassword }).expect(204);
  });

  it('is told at their old address where an editor gives them another, and their links are no good any more', async () => {
    const { guest, email } = await makePerson({ invite: true });
    const token = await secretMailedTo(email, 'grt_');
    const other = fresh();
    const admin = as(await administrator());
    const { body } = await admin.get(pathTo('GetGuest', { guestId: guest.documentId })).expect(200);
    await admin
      .put(pathTo('UpdateGuest', { guestId: guest.documentId }), {
        version: body.data.version,
        lastName: guest.lastName,
        firstName: guest.firstName,
        email: other,
        locale: 'fr',
        resources: [],
        accessTypes: [],
        companyContacts: false,
        companyRecords: false,
      })
      .expect(200);
    const [, told] = await waitForMailTo(email, 2);
    expect(told?.text).toContain(`${other[0]}*** @ tests. example`);
    await as(nobody).post(pathTo('PreviewPasswordLink'), { token }).expect(401);
  });
});

describe('POST /auth/renew-link', () => {
  it('mails a new link in the place of one that ran out or was used, to the stored address', async () => {
    const guest = await makePasswordGuest();
    await as(nobody).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
    const old = await secretMailedTo(guest.email, 'grt_');
    await as(nobody).post(pathTo('ResetPassword'), { token: old, password: newPassword }).expect(204);
    await waitForMailTo(guest.email, 2);
    // The same minute's press would be the same message.
    await site.strapi.db.connection('guest_access_mail_messages').where({ to_address: guest.email }).delete();
    await as(nobody).post(pathTo('RenewLink'), { token: old }).expect(204);
    const renewed = await secretMailedTo(guest.email, 'grt_', 3);
    expect(renewed).not.toBe(old);
    await as(nobody).post(pathTo('PreviewPasswordLink'), { token: renewed }).expect(200);
  });

  it('answers the same where there is nothing to renew', async () => {
    for (const token of ['', 'x', `grt_${'a'.repeat(36)}`].slice(1))
      await as(nobody).post(pathTo('RenewLink'), { token }).expect(204);
  });
});

describe('POST /me/password', () => {
  it('ends their other sessions, keeps this one, and tells them', async () => {
    const guest = await makePasswordGuest();
    const [here, elsewhere] = [
      await logInByPassword(guest.login, guest.password),
      await logInByPassword(guest.login, guest.password),
    ];
    await as(here.actor)
      .post(pathTo('ChangePassword'), { currentPassword: guest.password, password: newPassword })
      .expect(204);
    await as(here.actor).get(pathTo('GetMe')).expect(200);
    await as(elsewhere.actor).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await logInByPassword(guest.login, newPassword);
    await waitForMailTo(guest.email);
    expect(await actionsOf(guest.documentId)).toContain('password.changed');
  });

  it('wants the present one, and a good new one that is another', async () => {
    const guest = await makePasswordGuest();
    const me = as((await logInByPassword(guest.login, guest.password)).actor);
    const change = (currentPassword: string, password: string) =>
      me.post(pathTo('ChangePassword'), { currentPassword, password });
    expect(codeOf(await change('wrong', newPassword).expect(403))).toBe('wrong_password');
    expect((await change(guest.password, 'court').expect(400)).body.error.details.faults).toContain('too-short');
    const named = `voici ${guest.contact.firstName} demain`;
    expect((await change(guest.password, named).expect(400)).body.error.details.faults).toEqual(['own-name']);
    expect((await change(guest.password, guest.password).expect(400)).body.error.details.faults).toEqual(['unchanged']);
    await logInByPassword(guest.login, guest.password);
  });

  it('is not for a guest who comes by key only', async () => {
    const guest = await makeGuest();
    const { body } = await as(guest.actor)
      .post(pathTo('ChangePassword'), { currentPassword: 'x', password: newPassword })
      .expect(409);
    expect(codeOf({ body })).toBe('no_password');
  });
});

describe('POST /me/email', () => {
  const ask = (actor: Parameters<typeof as>[0], email: string, password: string) =>
    as(actor).post(pathTo('ChangeEmail'), { email, password });

  it('is proved at the new address, and told at the old one, at once and when it is done', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    const email = `Nouvelle.${fresh()}`;
    await ask(actor, email, guest.password).expect(202);
    const [asked] = await waitForMailTo(guest.email);
    expect(asked?.text).toContain('N*** @ tests. example');
    expect(asked?.text).not.toContain(email);
    expect(asked?.text).not.toContain('gvt_');
    await logInByPassword(guest.email, guest.password);

    const token = await secretMailedTo(email, 'gvt_');
    const { body } = await as(actor).post(pathTo('ConfirmEmail'), { token }).expect(200);
    expect(body.data).toEqual({ email });
    await waitForMailTo(guest.email, 2);
    await tryPassword(guest.email, guest.password).expect(401);
    await logInByPassword(email, guest.password);
    expect((await as(actor).get(pathTo('GetMe'))).body.data.email).toBe(email);
    await as(nobody).post(pathTo('ConfirmEmail'), { token }).expect(401);
    expect(await actionsOf(guest.documentId)).toEqual(expect.arrayContaining(['email.change-asked', 'email.changed']));
  });

  it('goes to the address that was asked for last', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    const [first, second] = [fresh(), fresh()];
    await ask(actor, first, guest.password).expect(202);
    const old = await secretMailedTo(first, 'gvt_');
    await ask(actor, second, guest.password).expect(202);
    await as(nobody).post(pathTo('ConfirmEmail'), { token: old }).expect(401);
    const token = await secretMailedTo(second, 'gvt_');
    await as(actor).post(pathTo('ConfirmEmail'), { token }).expect(200);
  });

  it('answers the same for an address that is another guest’s, and writes to them', async () => {
    const [guest, other] = [await makePasswordGuest(), await makePasswordGuest()];
    const { actor } = await logInByPassword(guest.login, guest.password);
    const free = await ask(actor, fresh(), guest.password).expect(202);
    const taken = await ask(actor, other.email, guest.password).expect(202);
    expect(taken.body).toEqual(free.body);
    const [word] = await waitForMailTo(other.email);
    expect(word?.text).not.toMatch(/g[vr]t_/);
  });

  it('is refused where the address has become another guest’s meanwhile', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    const email = fresh();
    await ask(actor, email, guest.password).expect(202);
    const token = await secretMailedTo(email, 'gvt_');
    await makePasswordGuest({ email });
    const { body } = await as(actor).post(pathTo('ConfirmEmail'), { token }).expect(409);
    expect(codeOf({ body })).toBe('address_taken');
    expect((await guestRow(guest.documentId))['email']).toBe(guest.email);
  });

  it('wants their password and an address', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    expect(codeOf(await ask(actor, fresh(), 'wrong').expect(403))).toBe('wrong_password');
    const { body } = await ask(actor, 'a@b@c.example', guest.password).expect(400);
    expect(body.error.details.errors[0].path).toEqual(['email']);
    const byKey = await makeGuest();
    expect(codeOf(await ask(byKey.actor, fresh(), 'x').expect(409))).toBe('no_password');
  });
});

describe('/me/sessions', () => {
  const list = async (actor: Parameters<typeof as>[0]) =>
    (await as(actor).get(pathTo('ListMySessions')).expect(200)).body.data.sessions;

  it('shows their own logins with their devices, the last used first, and no editor’s look', async () => {
    const guest = await makePasswordGuest();
    const other = await makePasswordGuest();
    const { body } = await as(nobody)
      .post(pathTo('LogInByPassword'), { login: guest.login, password: guest.password })
      .set('User-Agent', firefox)
      .expect(200);
    const here = guestWith(body.data.token);
    await as(await administrator())
      .post(pathTo('StartPreview', { guestId: guest.documentId }))
      .expect(200);
    const sessions = await list(here);
    expect(sessions).toEqual([
      expect.objectContaining({ current: true, door: 'password', device: { browser: 'Firefox', system: 'Windows' } }),
      expect.objectContaining({ current: false, door: 'key', device: { browser: null, system: null } }),
    ]);
    expect(JSON.stringify(sessions)).not.toContain('gst_');
    expect(await list(other.actor)).toHaveLength(1);
  });

  it('ends one, and only one of their own', async () => {
    const [guest, other] = [await makePasswordGuest(), await makePasswordGuest()];
    const here = await logInByPassword(guest.login, guest.password);
    const [, elsewhere] = await list(here.actor);
    const [foreign] = await list(other.actor);
    await as(here.actor)
      .delete(pathTo('EndMySession', { sessionId: foreign.id }))
      .expect(404);
    await as(other.actor).get(pathTo('GetMe')).expect(200);
    await as(here.actor)
      .delete(pathTo('EndMySession', { sessionId: elsewhere.id }))
      .expect(204);
    await as(here.actor)
      .delete(pathTo('EndMySession', { sessionId: elsewhere.id }))
      .expect(404);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await as(here.actor).get(pathTo('GetMe')).expect(200);
    expect(await actionsOf(guest.documentId)).toContain('session.ended');
  });

  it('ends this one, and clears the cookie', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    const own = (await list(actor)).find(({ current }: { current: boolean }) => current);
    const { headers } = await as(actor)
      .delete(pathTo('EndMySession', { sessionId: own.id }))
      .expect(204);
    expect(String(headers['set-cookie'])).toContain('Max-Age=0');
    await as(actor).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(200);
  });

  it('ends all of them', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    await as(actor).delete(pathTo('EndMySessions')).expect(204);
    await as(actor).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
  });
});
