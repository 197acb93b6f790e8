import { pathTo } from '../../contract/routes';
import { kept, notTexts } from '../../server/src/kernel/address.examples';
import { newSecret } from '../../server/src/kernel/secrets';
import {
  acceptInvitation,
  administrator,
  aMinuteLater,
  as,
  codeOf,
  confirmJoin,
  editor,
  goodPassword,
  guestWith,
  likelihoodOfSame,
  mailsTo,
  makeGuest,
  makeLink,
  makeProject,
  newAddress,
  nobody,
  previewInvitation,
  previewJoin,
  proofByLink,
  queriesOf,
  readLink,
  revokeLink,
  timesOf,
  waitForMailTo,
  type Actor,
  type MadeLink,
} from '../support';
import { databaseAsText } from './dump';

const table = (name: string) => site.strapi.db.connection(`guest_access_${name}`);
const guestsAt = (email: string) => table('guests').where({ email_key: email.toLowerCase() });

/** Changes the admin user who made a link. */
const changeMaker = async ({ link }: MadeLink, change: object | null): Promise<void> => {
  const { maker } = await table('vault_links').where({ document_id: link.documentId }).first('maker');
  const users = site.strapi.db.query('admin::user');
  const user = await users.findOne({ where: { documentId: maker } });
  if (change === null) await site.strapi.service('admin::user').deleteById(user?.id);
  else await users.update({ where: { id: user?.id }, data: change });
};

const withoutTime = ({ status, body }: { status: number; body: object }) => ({ status, body });

describe('the secret of a link', () => {
  it('V01 is good as it is and in no other way, and others cost no query', async () => {
    const { secret } = await makeLink();
    const unknown = await previewInvitation(newSecret('invitation'));
    expect([unknown.status, codeOf(unknown)]).toEqual([401, 'invalid_link']);
    const queries = await queriesOf(async () => {
      for (let at = 0; at < secret.length; at += 3) {
        const other = secret[at] === 'b' ? 'c' : 'b';
        const tampered = `${secret.slice(0, at)}${other}${secret.slice(at + 1)}`;
        expect(withoutTime(await previewInvitation(tampered))).toEqual(withoutTime(unknown));
        expect(withoutTime(await acceptInvitation(tampered, newAddress()))).toEqual(withoutTime(unknown));
      }
    });
    expect(queries.filter((sql) => /invitation_links/.test(sql))).toEqual([]);
    await previewInvitation(secret).expect(200);
  });

  it('K12 is good at no other door, and no other secret here', async () => {
    const { secret } = await makeLink();
    const guest = await makeGuest();
    const proof = await proofByLink(secret, newAddress());
    const doors: [string, string][] = [
      [pathTo('LogInByKey'), 'key'],
      [pathTo('ConfirmJoin'), 'token'],
      [pathTo('PreviewJoin'), 'token'],
      [pathTo('ResetPassword'), 'token'],
      [pathTo('ConfirmEmail'), 'token'],
    ];
    const more: Record<string, object> = {
      [pathTo('ConfirmJoin')]: { firstName: 'a', lastName: 'b', password: goodPassword },
      [pathTo('ResetPassword')]: { password: goodPassword },
    };
    for (const [door, name] of doors)
      await as(nobody)
        .post(door, { [name]: secret, ...more[door] })
        .expect(401);
    await as(guestWith(secret)).get(pathTo('GetMe')).expect(401);
    for (const other of [proof, guest.key, guest.token, newSecret('reset')]) {
      await previewInvitation(other).expect(401);
      await acceptInvitation(other, newAddress()).expect(401);
    }
    await confirmJoin(proof).expect(200);
  });

  it('V01 says nothing of what it gives, and takes nothing of it from whoever uses it', async () => {
    const { secret } = await makeLink();
    const resources = [{ contentType: 'api::project.project', documentIds: [(await makeProject()).documentId] }];
    for (const extra of [{ resources }, { accessTypes: ['tasks'] }, { approval: false }, { password: goodPassword }]) {
      await acceptInvitation(secret, newAddress(), extra).expect(400);
    }
    const email = newAddress();
    const proof = await proofByLink(secret, email);
    for (const extra of [{ resources }, { accessTypes: ['tasks'] }, { reference: 'x' }, { email: newAddress() }]) {
      await confirmJoin(proof, extra).expect(400);
    }
    await confirmJoin(proof).expect(200);
    const [guest] = await guestsAt(email);
    expect(await table('grants').where({ guest: guest.document_id })).toEqual([]);
  });

  it('K05, K18 stands in no table and in no log', async () => {
    const { secret } = await makeLink();
    await acceptInvitation(secret, newAddress()).expect(202);
    expect(await databaseAsText()).not.toContain(secret.slice(4));
    expect(site.logs.join('\n')).not.toContain(secret.slice(4));
  });

  it('V10 is not used up by whoever looks at it first', async () => {
    const made = await makeLink({ placesMax: 1 });
    for (const way of ['/guest/invitation', `${pathTo('AcceptInvitation')}?token=${made.secret}`]) {
      await as(nobody).get(way);
    }
    for (let times = 0; times < 5; times += 1) await previewInvitation(made.secret).expect(200);
    await confirmJoin(await proofByLink(made.secret, newAddress())).expect(200);
  });
});

describe('somebody else’s address at a link', () => {
  it('V02 gives a mail to that address, and whoever has the link nothing', async () => {
    const { secret } = await makeLink({ accessTypes: ['tasks'] });
    const victim = newAddress();
    const answer = await acceptInvitation(secret, victim).expect(202);
    expect(answer.body).toEqual({ data: {} });
    expect(answer.headers['set-cookie']).toBeUndefined();
    await waitForMailTo(victim);
    expect(await guestsAt(victim)).toEqual([]);
  });

  it('V02 leaves a guest as they are, and answers the same in the same time', async () => {
    const made = await makeLink({ accessTypes: ['tasks'] });
    const victim = newAddress();
    await confirmJoin(await proofByLink((await makeLink()).secret, victim)).expect(200);
    const [before] = await guestsAt(victim);
    const [known, fresh] = [
      await acceptInvitation(made.secret, victim),
      await acceptInvitation(made.secret, newAddress()),
    ];
    expect(withoutTime(known)).toEqual(withoutTime(fresh));
    expect((await waitForMailTo(victim, 2)).at(-1)?.text).not.toContain('gvt_');
    expect((await guestsAt(victim))[0]).toEqual(before);
    expect(await table('grants').where({ guest: before.document_id })).toEqual([]);
    const times = await timesOf(80, {
      known: async () => acceptInvitation(made.secret, victim).expect(202),
      unknown: async () => acceptInvitation(made.secret, 'nobody@time.example').expect(202),
    });
    expect(likelihoodOfSame(times.known, times.unknown)).toBeGreaterThan(0.001);
  }, 180_000);

  it('V03, J01 is refused where the link is bound to a domain, in every disguise', async () => {
    const { secret } = await makeLink({ domain: 'example.com' });
    const before = await table('mail_messages').count({ n: '*' }).first();
    for (const [row, email] of [...kept, ...notTexts]) {
      // What becomes a text on the line is one.
      if (row === 'E86' && typeof JSON.parse(JSON.stringify(email ?? null)) === 'string') continue;
      const { status, body } = await acceptInvitation(secret, email);
      expect([row, email, [400, 403].includes(status)]).toEqual([row, email, true]);
      expect(['invalid_body', 'domain_not_allowed']).toContain(codeOf({ body }));
    }
    expect(await table('mail_messages').count({ n: '*' }).first()).toEqual(before);
    await acceptInvitation(secret, newAddress()).expect(202);
  });

  it('V09 has one good link at a time', async () => {
    const { secret } = await makeLink();
    const email = newAddress();
    const first = await proofByLink(secret, email);
    await aMinuteLater(email);
    const second = await proofByLink(secret, email);
    await confirmJoin(first).expect(401);
    await confirmJoin(second).expect(200);
  });

  it('V07 makes a guest of their own, whoever is logged in meanwhile', async () => {
    const other = await makeGuest();
    const email = newAddress();
    const proof = await proofByLink((await makeLink()).secret, email);
    const { body } = await confirmJoin(proof).set(other.actor.headers).expect(200);
    expect(body.data.guest.documentId).not.toBe(other.access.guestId);
    const me = await as(other.actor).get(pathTo('GetMe')).expect(200);
    expect(me.body.data).toMatchObject({ documentId: other.access.guestId, email: null });
  });
});

describe('places', () => {
  it('V04 are as many as there are, when three times as many come at once', async () => {
    const places = 5;
    const made = await makeLink({ placesMax: places });
    const emails = Array.from({ length: 3 * places }, () => newAddress());
    const proofs = await Promise.all(emails.map((email) => proofByLink(made.secret, email)));
    const answers = await Promise.all(proofs.map((proof) => confirmJoin(proof)));
    const outcomes = answers.map(({ status, body }) => (status === 200 ? 'in' : codeOf({ body })));
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(places);
    expect(outcomes.filter((outcome) => outcome === 'link_used_up')).toHaveLength(2 * places);
    expect(await table('guests').whereIn('email_key', emails)).toHaveLength(places);
    expect(await table('contacts').whereIn('email', emails)).toHaveLength(places);
    expect(await readLink(made)).toMatchObject({ state: 'full', placesTaken: places });
  }, 180_000);

  it('V04 are not taken by a password that was too easy', async () => {
    const made = await makeLink({ placesMax: 1 });
    const proof = await proofByLink(made.secret, newAddress());
    await confirmJoin(proof, { password: 'motdepasse' }).expect(400);
    expect(await readLink(made)).toMatchObject({ placesTaken: 0 });
    await confirmJoin(proof).expect(200);
  });
});

describe('a link that is over', () => {
  const expire = ({ link }: MadeLink) =>
    table('vault_links')
      .where({ document_id: link.documentId })
      .update({ expires_at: Date.now() - 1 });

  const maker = () => editor(['invitations.manage', 'access.manage']);
  const takeAwayRole = (made: MadeLink) => changeMaker(made, { roles: [] });

  it.each<[string, string, (made: MadeLink) => PromiseLike<unknown>]>([
    ['was revoked', 'revoked', revokeLink],
    ['ran out', 'expired', expire],
    ['was made by somebody who is gone', 'stopped', (made) => changeMaker(made, null)],
    ['was made by somebody who was deactivated', 'stopped', (made) => changeMaker(made, { isActive: false })],
    ['was made by somebody who was blocked', 'stopped', (made) => changeMaker(made, { blocked: true })],
    ['was made by somebody who may invite nobody any more', 'stopped', takeAwayRole],
  ])('V05 lets nobody in, not even by a mail sent before, when it %s', async (_what, state, end) => {
    const made = await makeLink({ accessTypes: ['tasks'] }, await maker());
    const email = newAddress();
    const pending = await proofByLink(made.secret, email);
    await end(made);
    const unknown = await previewInvitation(newSecret('invitation'));
    expect(withoutTime(await previewInvitation(made.secret))).toEqual(withoutTime(unknown));
    expect(withoutTime(await acceptInvitation(made.secret, newAddress()))).toEqual(withoutTime(unknown));
    expect(withoutTime(await previewJoin(pending))).toEqual(withoutTime(unknown));
    expect(withoutTime(await confirmJoin(pending))).toEqual(withoutTime(unknown));
    expect(await guestsAt(email)).toEqual([]);
    expect(await readLink(made)).toMatchObject({ state, placesTaken: 0 });
  });

  it('V05 is not mailed any more when it was revoked before the mail went out', async () => {
    const made = await makeLink();
    const email = newAddress();
    await proofByLink(made.secret, email);
    const [row] = await table('mail_messages').where({ to_address: email });
    await revokeLink(made);
    await table('mail_messages').where({ id: row.id }).update({ status: 'queued', attempts: 0, next_at: 0 });
    await site.strapi.service('plugin::guest-access.mail').deliverDue();
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await table('mail_messages').where({ id: row.id }).first('status')).toEqual({ status: 'cancelled' });
  });

  it('V06 gives no more than its maker may give, when it is made and when it is used', async () => {
    const inviter = await editor(['invitations.manage']);
    const project = await makeProject();
    const gifts = [
      { accessTypes: ['tasks'], resources: [] },
      { accessTypes: [], resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }] },
    ];
    for (const gift of gifts) {
      const { body } = await as(inviter)
        .post(pathTo('CreateInvitationLink'), { name: 'Trop', ...gift })
        .expect(403);
      expect(codeOf({ body })).toBe('grants_beyond_own');
    }
    const plain = await makeLink({}, inviter);
    const generous = await makeLink({ accessTypes: ['tasks'] }, await maker());
    const pending = await proofByLink(generous.secret, newAddress());
    const actions = ['plugin::guest-access.access.manage'];
    const { maker: id } = await table('vault_links').where({ document_id: generous.link.documentId }).first('maker');
    const user = await site.strapi.db
      .query('admin::user')
      .findOne({ where: { documentId: id }, populate: { roles: { populate: ['permissions'] } } });
    const permissions = user?.roles.flatMap(
      ({ permissions: all }: { permissions: { id: number; action: string }[] }) => all
    );
    const lost = permissions.filter(({ action }: { action: string }) => actions.includes(action));
    await site.strapi.service('admin::permission').deleteByIds(lost.map((one: { id: number }) => one.id));
    await confirmJoin(pending).expect(401);
    await previewInvitation(generous.secret).expect(401);
    expect(await readLink(generous)).toMatchObject({ state: 'stopped' });
    await previewInvitation(plain.secret).expect(200);
  });
});

describe('the link of a colleague', () => {
  it('V06 is shown again only to who may give what it gives: they could come by it themselves', async () => {
    const made = await makeLink({ accessTypes: ['tasks'] });
    const empty = await makeLink();
    const clerk = await editor(['invitations.read', 'invitations.manage']);
    const reveal = (actor: Actor, { link }: MadeLink) =>
      as(actor).post(pathTo('RevealInvitationLink', { linkId: link.documentId }));
    const refused = await reveal(clerk, made);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'grants_beyond_own']);
    expect(refused.text).not.toContain(made.secret);
    expect((await reveal(clerk, empty)).body.data).toEqual({ url: empty.url });
    const giver = await editor(['invitations.manage', 'access.manage']);
    expect((await reveal(giver, made)).body.data).toEqual({ url: made.url });
  });
});

describe('a link that asks for an editor’s agreement', () => {
  it('V08 lets nobody in before', async () => {
    const made = await makeLink({ approval: true, accessTypes: ['tasks'] });
    const email = newAddress();
    const answer = await confirmJoin(await proofByLink(made.secret, email)).expect(200);
    expect(answer.body.data).toEqual({ outcome: 'waiting', token: null, expiresAt: null, guest: null });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const logIn = () => as(nobody).post(pathTo('LogInByPassword'), { login: email, password: goodPassword });
    await logIn().expect(401);
    const [guest] = await guestsAt(email);
    const admin: Actor = await administrator();
    await as(admin)
      .post(pathTo('ApproveGuest', { guestId: guest.document_id }))
      .expect(200);
    const { body } = await logIn().expect(200);
    await as(guestWith(body.data.token)).get('/api/tasks').expect(200);
  });

  it('V08 gives nothing on the way to a guest who has an access already', async () => {
    const email = newAddress();
    const guest = await makeGuest({ contact: { email }, accessTypes: ['tags'] });
    const made = await makeLink({ approval: true, accessTypes: ['tasks'] });
    await confirmJoin(await proofByLink(made.secret, email)).expect(200);
    expect(await table('grants').where({ guest: guest.access.guestId }).pluck('subject')).toEqual(['tags']);
  });
});

describe('the panel', () => {
  it('D01 lets nobody make, show, revoke or list links without the right to it', async () => {
    const { link } = await makeLink();
    const reader = await editor(['invitations.read']);
    const stranger = await editor(['guests.read', 'access.manage']);
    await as(reader).get(pathTo('ListInvitationLinks')).expect(200);
    for (const actor of [reader, stranger, nobody, (await makeGuest()).actor]) {
      for (const call of [
        as(actor).post(pathTo('CreateInvitationLink'), { name: 'x', resources: [], accessTypes: [] }),
        as(actor).post(pathTo('RevealInvitationLink', { linkId: link.documentId })),
        as(actor).delete(pathTo('RevokeInvitationLink', { linkId: link.documentId })),
      ])
        expect([401, 403]).toContain((await call).status);
    }
    for (const actor of [stranger, nobody]) {
      expect([401, 403]).toContain((await as(actor).get(pathTo('ListInvitationLinks'))).status);
      expect([401, 403]).toContain((await as(actor).get(pathTo('ListArrivals', { linkId: link.documentId }))).status);
    }
  });
});
