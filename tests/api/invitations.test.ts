import { pathTo } from '../../contract/routes';
import {
  acceptInvitation,
  administrator,
  aMinuteLater,
  as,
  codeOf,
  confirmJoin,
  editor,
  makeLink,
  makeProject,
  mailsTo,
  newAddress,
  nobody,
  previewInvitation,
  proofByLink,
  readLink,
  revokeLink,
  waitForMailTo,
} from '../support';

const dayMs = 24 * 60 * 60 * 1000;
const asAdmin = async () => as(await administrator());

const guestAt = (email: string): Promise<Record<string, unknown> | null> =>
  site.strapi.db
    .query('plugin::guest-access.guest' as 'admin::user')
    .findOne({ where: { emailKey: email } }) as unknown as Promise<Record<string, unknown> | null>;

describe('POST /invitation-links', () => {
  it('answers the link once, good for seven days and without a bound where nothing else is said', async () => {
    const before = Date.now();
    const { link, url, secret } = await makeLink({ name: '  Équipe de Brno ' });
    expect(url).toBe(`${site.url}/guest/invitation#${secret}`);
    expect(secret).toMatch(/^gil_[0-9A-Za-z]{36}$/);
    expect(link).toMatchObject({
      name: 'Équipe de Brno',
      state: 'open',
      addAs: 'guest',
      approval: false,
      domain: null,
      resources: [],
      accessTypes: [],
      placesMax: null,
      placesTaken: 0,
      lastFour: secret.slice(-4),
      canReveal: true,
    });
    const lasts = Date.parse(link.expiresAt ?? '') - before;
    expect(Math.abs(lasts - 7 * dayMs)).toBeLessThan(60_000);
  });

  it('takes what is said', async () => {
    const project = await makeProject();
    const expiresAt = new Date(Date.now() + dayMs).toISOString();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    const wish = { addAs: 'guest', approval: true, resources, accessTypes: ['tasks'], expiresAt, placesMax: 3 };
    const { link } = await makeLink({ ...wish, domain: '*.Exämple.com' });
    expect(link).toMatchObject({ ...wish, domain: '*.exämple.com' });
    expect((await makeLink({ expiresAt: null })).link.expiresAt).toBeNull();
  });

  it.each([
    ['a domain that is none', { domain: 'co.uk' }, 'domain'],
    ['an instant that is over', { expiresAt: '2020-01-01T00:00:00.000Z' }, 'expiresAt'],
    ['an access type that there is not', { accessTypes: ['nothing'] }, 'accessTypes'],
    ['no place at all', { placesMax: 0 }, 'placesMax'],
    ['no name', { name: ' ' }, 'name'],
  ])('refuses %s', async (_what, fields, field) => {
    const { body } = await (
      await asAdmin()
    )
      .post(pathTo('CreateInvitationLink'), { name: 'Équipe', resources: [], accessTypes: [], ...fields })
      .expect(400);
    expect(codeOf({ body })).toBe('invalid_body');
    expect(body.error.details.errors[0].path[0]).toBe(field);
  });
});

describe('the links in the panel', () => {
  it('are listed newest first, without the secret', async () => {
    const [older, newer] = [await makeLink(), await makeLink()];
    const { body, text } = await (await asAdmin()).get(pathTo('ListInvitationLinks')).expect(200);
    const ids = body.data.links.map(({ documentId }: { documentId: string }) => documentId);
    expect(ids.slice(0, 2)).toEqual([newer.link.documentId, older.link.documentId]);
    expect(text).not.toContain(newer.secret);
    expect(text).not.toContain('digest');
  });

  it('can be shown again where the site has an encryption key, until they are revoked', async () => {
    const made = await makeLink();
    const reveal = async () => (await asAdmin()).post(pathTo('RevealInvitationLink', { linkId: made.link.documentId }));
    expect((await reveal()).body.data).toEqual({ url: made.url });
    const revoked = await revokeLink(made);
    expect(revoked.body.data).toMatchObject({ state: 'revoked', canReveal: false });
    const refused = await reveal();
    expect([refused.status, codeOf(refused)]).toEqual([409, 'key_not_shown_again']);
  });

  it('answer 404 for a link that there is not', async () => {
    const id = 'a'.repeat(24);
    await (await asAdmin()).delete(pathTo('RevokeInvitationLink', { linkId: id })).expect(404);
    await (await asAdmin()).post(pathTo('RevealInvitationLink', { linkId: id })).expect(404);
    await (await asAdmin()).get(pathTo('ListArrivals', { linkId: id })).expect(404);
  });

  it('say who came', async () => {
    const made = await makeLink();
    const email = newAddress();
    await confirmJoin(await proofByLink(made.secret, email)).expect(200);
    const { body } = await (await asAdmin()).get(pathTo('ListArrivals', { linkId: made.link.documentId })).expect(200);
    expect(body.data.guests).toMatchObject([{ email, origin: 'invitation', state: 'open' }]);
    expect(await readLink(made)).toMatchObject({ placesTaken: 1 });
  });
});

describe('coming by a link', () => {
  it('shows who invites, without using anything up', async () => {
    const maker = await editor(['invitations.manage']);
    const { secret, link } = await makeLink({ placesMax: 1, domain: 'example.com' }, maker);
    for (let times = 0; times < 3; times += 1) {
      const { body } = await previewInvitation(secret).expect(200);
      expect(body.data).toEqual({
        inviterName: 'Édith Éditrice',
        addAs: 'guest',
        approval: false,
        domain: 'example.com',
        expiresAt: link.expiresAt,
      });
    }
  });

  it('goes through a mail that names who invites, and gives what the link gives', async () => {
    const project = await makeProject();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    const made = await makeLink({ resources, accessTypes: ['tasks'] });
    const email = newAddress('anywhere.example');
    const { body } = await acceptInvitation(made.secret, email, { locale: 'en' }).expect(202);
    expect(body).toEqual({ data: {} });
    const [mail] = await waitForMailTo(email);
    expect(mail?.text).toContain('invites you');
    await aMinuteLater(email);
    const answer = await confirmJoin(await proofByLink(made.secret, email)).expect(200);
    expect(answer.body.data.outcome).toBe('session');
    const guest = await guestAt(email);
    expect(guest).toMatchObject({ origin: 'invitation', invitationLink: made.link.documentId });
    const grants = await site.strapi.db
      .query('plugin::guest-access.grant' as 'admin::user')
      .findMany({ where: { guest: guest?.documentId } as object });
    expect(grants).toHaveLength(2);
  });

  it('tells the person who made the link, with its name', async () => {
    const { id, email: to } = await site.strapi.service('admin::user').create({
      email: newAddress('tests.example'),
      firstname: 'Max',
      lastname: 'Makr',
      preferedLanguage: 'cs',
      isActive: true,
      roles: [],
    });
    const user = await site.strapi.db.query('admin::user').findOne({ where: { id } });
    const made = await makeLink({ name: 'Brno', approval: true });
    await site.strapi.db
      .connection('guest_access_vault_links')
      .where({ document_id: made.link.documentId })
      .update({ maker: user?.documentId });
    // Without a role they may make no links; the administrator's is lent to them.
    const role = await site.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
    await site.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [role?.id] } });
    const answer = await confirmJoin(await proofByLink(made.secret, newAddress())).expect(200);
    expect(answer.body.data.outcome).toBe('waiting');
    const [mail] = await waitForMailTo(to);
    expect(mail?.subject).toContain('čeká na schválení');
    expect(mail?.text).toContain('Brno');
  });

  it('sends somebody who is a guest already to the login page, and takes no place', async () => {
    const [first, second] = [await makeLink(), await makeLink({ placesMax: 1 })];
    const email = newAddress();
    await confirmJoin(await proofByLink(first.secret, email)).expect(200);
    const before = (await mailsTo(email)).length;
    await acceptInvitation(second.secret, email).expect(202);
    const mail = (await waitForMailTo(email, before + 1)).at(-1);
    expect(mail?.text).toContain(`${site.url}/guest/login`);
    expect(await readLink(second)).toMatchObject({ placesTaken: 0, state: 'open' });
  });

  it('only adds to the address book where the link says so', async () => {
    const made = await makeLink({ addAs: 'contact' });
    const email = newAddress();
    const answer = await confirmJoin(await proofByLink(made.secret, email), { password: undefined }).expect(200);
    expect(answer.body.data.outcome).toBe('registered');
    expect(await guestAt(email)).toBeNull();
    expect(await readLink(made)).toMatchObject({ placesTaken: 1 });
  });

  it('says that it is full once all places are taken, also to whom a mail was sent before', async () => {
    const made = await makeLink({ placesMax: 1 });
    const [early, late] = [await proofByLink(made.secret, newAddress()), await proofByLink(made.secret, newAddress())];
    await confirmJoin(early).expect(200);
    const refused = await confirmJoin(late).expect(409);
    expect(codeOf(refused)).toBe('link_used_up');
    expect(codeOf(await previewInvitation(made.secret).expect(409))).toBe('link_used_up');
    await acceptInvitation(made.secret, newAddress()).expect(409);
    expect(await readLink(made)).toMatchObject({ state: 'full', placesTaken: 1 });
  });

  it('is open to whoever has the link, whether or not people may join by themselves', async () => {
    const { secret } = await makeLink();
    await as(nobody).post(pathTo('Join'), { email: newAddress() }).expect(403);
    await acceptInvitation(secret, newAddress()).expect(202);
  });
});
