import { randomUUID } from 'node:crypto';
import { findingIds, severities, type Finding, type FindingId, type GuestListRow, type Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import { advisories } from '../../server/src/features/posture/advisories';
import {
  administrator,
  as,
  codeOf,
  findingNow,
  foundNow,
  lookAtPosture,
  makeGuest,
  makePerson,
  makeProject,
  withJoining,
  type Actor,
} from '../support';

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

const knex = () => site.strapi.db.connection;
const day = 24 * 3_600_000;

const settingsNow = async (): Promise<Settings> =>
  (await as(admin).get(pathTo('GetSettings')).expect(200)).body.data.settings;

/** Runs some work under other settings, and puts the old ones back. */
const withSettings = async (change: (settings: Settings) => Settings, work: () => Promise<void>): Promise<void> => {
  const kept = await settingsNow();
  await as(admin).put(pathTo('SaveSettings'), change(kept)).expect(200);
  try {
    await work();
  } finally {
    await as(admin).put(pathTo('SaveSettings'), kept).expect(200);
  }
};

/** Runs some work on a site that is configured otherwise. */
const withConfig = async (values: Record<string, unknown>, work: () => Promise<void>): Promise<void> => {
  const before = Object.keys(values).map((path) => [path, site.strapi.config.get<unknown>(path)] as const);
  for (const [path, value] of Object.entries(values)) site.strapi.config.set(path, value);
  try {
    await work();
  } finally {
    for (const [path, value] of before) site.strapi.config.set(path, value);
  }
};

const repair = ({ id, mark }: Finding, body: object = {}) =>
  as(admin).post(pathTo('RepairFinding', { finding: id }), { mark, ...body });
const repaired = async (finding: Finding, body: object = {}): Promise<number> =>
  (await repair(finding, body).expect(200)).body.data.repaired;

const namesIn = ({ examples }: Finding): (string | null)[] => examples.map(({ name, labels }) => labels?.fr ?? name);
const countNow = async (id: FindingId): Promise<number> => (await findingNow(id))?.count ?? 0;

describe('GET /posture', () => {
  it('says of each thing that it looks for how it stands, the worst first, and when', async () => {
    const { findings, fine, unknown, lookedAt, strapiVersion } = await lookAtPosture();
    expect([...findings.map(({ id }) => id), ...fine, ...unknown].sort()).toEqual([...findingIds].sort());
    expect(unknown).toEqual([]);
    const ranks = findings.map(({ severity }) => severities.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(Math.abs(Date.parse(lookedAt) - Date.now())).toBeLessThan(60_000);
    expect(strapiVersion).toEqual({ running: site.strapi.config.get('info.strapi'), knownUntil: expect.any(String) });
  });

  it('does not call fine what it cannot look at', async () => {
    await knex().schema.renameTable('guest_access_vault_keys', 'guest_access_vault_keys_away');
    try {
      const { unknown, fine, findings } = await lookAtPosture();
      expect(unknown).toEqual(['endless-keys', 'long-keys', 'keys-of-closed']);
      for (const id of unknown) expect([...fine, ...findings.map((one) => one.id)]).not.toContain(id);
    } finally {
      await knex().schema.renameTable('guest_access_vault_keys_away', 'guest_access_vault_keys');
    }
  });
});

describe('what is found, mended and gone', () => {
  it('domains where anybody gets an address: worse where who joins comes in, taken out in one go', async () => {
    expect(await findingNow('free-mail-domains')).toBeUndefined();
    const domains = ['gmail.com', 'seznam.cz', 'maison.example'].map((domain) => ({
      ...{ domain, resources: [], accessTypes: [] },
    }));
    await withJoining({ domains }, async () => {
      const kept = await foundNow('free-mail-domains');
      expect([kept.severity, kept.count, namesIn(kept)]).toEqual(['low', 2, ['gmail.com', 'seznam.cz']]);
    });
    await withJoining({ mode: 'domains', approval: true, domains }, async () => {
      expect((await foundNow('free-mail-domains')).severity).toBe('medium');
    });
    await withJoining({ mode: 'domains', domains }, async () => {
      const open = await foundNow('free-mail-domains');
      expect(open.severity).toBe('high');
      expect(await repaired(open)).toBe(2);
      expect(await findingNow('free-mail-domains')).toBeUndefined();
      expect((await settingsNow()).joining.domains.map(({ domain }) => domain)).toEqual(['maison.example']);
      expect(codeOf(await repair(open).expect(409))).toBe('conflict');
    });
  });

  it('joining by anybody, until the rule is another', async () => {
    await withJoining({ mode: 'any', accessTypes: ['tags'] }, async () => {
      expect(await foundNow('anybody-joins')).toMatchObject({
        severity: 'high',
        repair: { kind: 'open', page: 'settings-joining' },
      });
    });
    await withJoining({ mode: 'any', approval: true }, async () => {
      expect((await foundNow('anybody-joins')).severity).toBe('low');
    });
    expect(await findingNow('anybody-joins')).toBeUndefined();
  });

  it('access types that give every row, worse where they change or show drafts', async () => {
    const found = await foundNow('rule-all');
    const tags = found.examples.find(({ pageId }) => pageId === 'tags');
    expect(tags).toMatchObject({ labels: { fr: 'Étiquettes' }, facts: ['find', 'findOne'], page: 'access-type' });
    const withTags = (change: object) => (settings: Settings) => ({
      ...settings,
      accessTypes: settings.accessTypes.map((type) => (type.key === 'tags' ? { ...type, ...change } : type)),
    });
    await withSettings(withTags({ actions: ['find', 'update'] }), async () => {
      expect((await foundNow('rule-all')).severity).toBe('high');
    });
    const without = (settings: Settings) => ({
      ...settings,
      accessTypes: settings.accessTypes.filter(({ rule }) => rule.kind !== 'all'),
    });
    await withSettings(without, async () => {
      expect(await findingNow('rule-all')).toBeUndefined();
    });
  });

  it('keys without a last day: all get one, and what they have opened ends with it', async () => {
    const guest = await makeGuest();
    const found = await foundNow('endless-keys');
    expect(found.repair).toMatchObject({ kind: 'do', asksDays: true, permission: 'keys.revoke' });
    expect(await repaired(found, { days: 3 })).toBe(found.count);
    expect(await findingNow('endless-keys')).toBeUndefined();
    const key = await knex()('guest_access_vault_keys')
      .where({ last_four: guest.key.slice(-4) })
      .first();
    expect(Math.abs(Number(key.expires_at) - Date.now() - 3 * day)).toBeLessThan(60_000);
    const sessions = await knex()('guest_access_vault_sessions').where({ guest: key.guest, door: 'key' });
    expect(sessions.map(({ ends_at }) => Number(ends_at))).toEqual([Number(key.expires_at)]);
    await as(guest.actor).get(pathTo('GetMe')).expect(200);
  });

  it('keys that are good for longer than a year', async () => {
    const { key } = await makeGuest();
    const mine = () => knex()('guest_access_vault_keys').where({ last_four: key.slice(-4) });
    await mine().update({ expires_at: Date.now() + 364 * day });
    const before = await countNow('long-keys');
    await mine().update({ expires_at: Date.now() + 400 * day });
    const found = await foundNow('long-keys');
    expect(found.count).toBe(before + 1);
    expect(await repaired(found, { days: 365 })).toBe(found.count);
    expect(await findingNow('long-keys')).toBeUndefined();
  });

  it('keys of those who are kept out: gone, so that an access that is opened again is not the old link’s', async () => {
    const { contact, key } = await makeGuest();
    const contactId = contact.documentId;
    const { body } = await as(admin).get(pathTo('GetContactAccess', { contactId })).expect(200);
    const { guestId, version } = body.data;
    await as(admin).put(pathTo('SetGuestClosed', { guestId }), { version, closed: true }).expect(200);
    const found = await foundNow('keys-of-closed');
    expect(await repaired(found)).toBe(found.count);
    expect(await findingNow('keys-of-closed')).toBeUndefined();
    const seen = (await as(admin).get(pathTo('GetGuest', { guestId })).expect(200)).body.data;
    await as(admin).put(pathTo('SetGuestClosed', { guestId }), { version: seen.version, closed: false }).expect(200);
    await as({ name: 'nobody', headers: {} }).post(pathTo('LogInByKey'), { key }).expect(401);
  });

  it('guests who do not come, of whom the list shows the same ones', async () => {
    const [never, away, lately] = [await makePerson(), await makePerson(), await makePerson()];
    const before = await countNow('unused-guests');
    const of = ({ guest }: typeof never) => knex()('guest_access_guests').where({ document_id: guest.documentId });
    for (const one of [never, away, lately]) await of(one).update({ created_at: new Date(Date.now() - 200 * day) });
    await of(away).update({ last_seen_at: Date.now() - 91 * day });
    await of(lately).update({ last_seen_at: Date.now() - 89 * day });
    const found = await foundNow('unused-guests');
    expect([found.count, found.repair.page]).toEqual([before + 2, 'unused-guests']);
    const listed = async () =>
      (
        await as(admin)
          .get(`${pathTo('ListGuests')}?absence=unused&pageSize=100`)
          .expect(200)
      ).body.data;
    const { guests, pagination } = await listed();
    expect(pagination.total).toBe(found.count);
    const ids = guests.map(({ documentId }: GuestListRow) => documentId);
    expect(ids).toEqual(expect.arrayContaining([never.guest.documentId, away.guest.documentId]));
    expect(ids).not.toContain(lately.guest.documentId);
    for (const { guest } of [never, away]) {
      await as(admin)
        .put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: guest.version, closed: true })
        .expect(200);
    }
    expect(await countNow('unused-guests')).toBe(before);
  });

  it('grants of what is not there: rows that went past Strapi, types that nobody names', async () => {
    const [gone, stays] = [await makeProject(), await makeProject()];
    const { access } = await makeGuest({ projects: [gone, stays], accessTypes: ['tasks', 'absences'] });
    const before = await countNow('dead-grants');
    await knex()('projects').where({ document_id: gone.documentId }).delete();
    const guest = String(access.guestId);
    const grants = () => knex()('guest_access_grants').where({ guest });
    await grants().where({ subject: 'absences' }).update({ subject: 'no-such-type' });
    const other = { guest, subject_type: 'api::gone.gone', subject: gone.documentId, document_id: randomUUID() };
    await knex()('guest_access_grants').insert(other);
    const found = await foundNow('dead-grants');
    expect(found.count).toBe(before + 3);
    expect(await repaired(found)).toBe(found.count);
    expect(await findingNow('dead-grants')).toBeUndefined();
    const left: string[] = await grants().pluck('subject');
    expect(left.sort()).toEqual(['tasks', stays.documentId].sort());
  });

  it('access types that nobody has', async () => {
    const key = 'nobody-has-it';
    const added = (settings: Settings) => ({
      ...settings,
      accessTypes: [
        ...settings.accessTypes,
        ...settings.accessTypes
          .slice(0, 1)
          .map((type) => ({ ...type, key, labels: { ...type.labels, fr: 'À personne' } })),
      ],
    });
    await withSettings(added, async () => {
      expect(namesIn({ ...(await foundNow('unheld-access-types')) })).toContain('À personne');
      await makeGuest({ accessTypes: [key] });
      expect((await findingNow('unheld-access-types'))?.examples.map(({ pageId }) => pageId) ?? []).not.toContain(key);
    });
  });

  it('files at public addresses, on content that not everybody sees', async () => {
    const found = await foundNow('public-files');
    expect(found.repair.kind).toBe('advice');
    expect(found.examples.flatMap(({ facts }) => facts).length).toBeGreaterThan(0);
    const { provider } = site.strapi.plugin('upload') as unknown as { provider: { isPrivate: () => Promise<boolean> } };
    const isPrivate = provider.isPrivate;
    provider.isPrivate = () => Promise.resolve(true);
    try {
      expect(await findingNow('public-files')).toBeUndefined();
    } finally {
      provider.isPrivate = isPrivate;
    }
  });

  it('a role of the site that reads protected content: the public’s is the worst, and goes as Strapi’s own page takes it away', async () => {
    const roles = (await as(admin).get('/users-permissions/roles').expect(200)).body.roles as {
      id: number;
      type: string;
    }[];
    const roleId = roles.find(({ type }) => type === 'public')?.id ?? 0;
    const { role } = (await as(admin).get(`/users-permissions/roles/${roleId}`).expect(200)).body;
    const set = (enabled: boolean) => {
      const permissions = structuredClone(role.permissions);
      permissions['api::task'].controllers.task.find.enabled = enabled;
      return as(admin)
        .put(`/users-permissions/roles/${roleId}`, { ...role, permissions, users: [] })
        .expect(200);
    };
    const ofPublic = async () =>
      (await findingNow('site-roles'))?.examples.filter(({ pageId }) => pageId === String(roleId)) ?? [];
    expect(await ofPublic()).toEqual([]);
    await set(true);
    expect(await foundNow('site-roles')).toMatchObject({ severity: 'high' });
    expect(await ofPublic()).toMatchObject([{ name: 'Public', facts: ['Tâche'], page: 'site-role' }]);
    expect((await foundNow('site-roles')).examples[0]?.name).toBe('Public');
    await set(false);
    expect(await ofPublic()).toEqual([]);
  });

  it('roles of the panel that amount to more than they say', async () => {
    const name = `Rôle ${randomUUID()}`;
    const { id } = (await as(admin).post('/admin/roles', { name, description: '' }).expect(201)).body.data;
    const give = (actions: readonly string[]) =>
      as(admin)
        .put(`/admin/roles/${id}/permissions`, {
          permissions: actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
        })
        .expect(200);
    const factsOf = async (finding: FindingId) =>
      (await findingNow(finding))?.examples.find(({ pageId }) => pageId === String(id))?.facts;
    const given = [
      'admin::users.update',
      'plugin::users-permissions.roles.update',
      'plugin::guest-access.access.preview',
    ];
    await site.strapi.db.query('admin::permission').deleteMany({ where: { role: { name: { $contains: '-' } } } });
    await give(given);
    expect((await factsOf('roles-beyond'))?.slice().sort()).toEqual(['right.site-roles', 'right.users']);
    expect((await foundNow('roles-beyond')).severity).toBe('high');
    expect(await factsOf('roles-see-rows')).toEqual(['right.access.preview']);
    await give([]);
    expect([await factsOf('roles-beyond'), await factsOf('roles-see-rows')]).toEqual([undefined, undefined]);
  });

  it('tokens of the API that may do everything', async () => {
    const before = await countNow('api-tokens');
    const { body } = await as(admin)
      .post('/admin/api-tokens', {
        name: `Jeton ${randomUUID()}`,
        description: '',
        type: 'full-access',
        lifespan: null,
      })
      .expect(201);
    const found = await foundNow('api-tokens');
    expect([found.count, found.severity]).toEqual([before + 1, 'medium']);
    await as(admin).delete(`/admin/api-tokens/${body.data.id}`).expect(200);
    expect(await countNow('api-tokens')).toBe(before);
  });

  it('a Strapi with known holes, by their names; one that says no version is not called fine', async () => {
    expect(await findingNow('strapi-version')).toBeUndefined();
    await withConfig({ 'info.strapi': '5.36.1' }, async () => {
      expect(await foundNow('strapi-version')).toMatchObject({ severity: 'high', count: 1 });
      expect(namesIn(await foundNow('strapi-version'))).toEqual([advisories.at(-1)?.id]);
    });
    await withConfig({ 'info.strapi': null }, async () => {
      expect((await lookAtPosture()).unknown).toEqual(['strapi-version']);
    });
  });

  it('mail that leaves the machine unencrypted', async () => {
    expect(await findingNow('unencrypted-mail')).toBeUndefined();
    await withConfig({ 'plugin::email.provider': 'sendmail' }, async () => {
      expect((await foundNow('unencrypted-mail')).repair.kind).toBe('advice');
    });
  });

  it('mails that were given up', async () => {
    const before = await countNow('failed-mails');
    const mails = () => knex()('guest_access_mail_messages');
    const id = randomUUID();
    await mails().insert({
      ...{ document_id: id.slice(0, 24), kind: 'of-a-test', to_address: 'a@b.example', language: 'fr', payload: '{}' },
      ...{ dedup_key: id, status: 'failed', attempts: 9, next_at: 1, message_id: id },
    });
    expect(await foundNow('failed-mails')).toMatchObject({ count: before + 1, repair: { page: 'jobs' } });
    await mails().where({ message_id: id }).delete();
    expect(await countNow('failed-mails')).toBe(before);
  });

  it('passwords that may be shorter than ours', async () => {
    const policy = (passwordPolicy: Settings['passwordPolicy']) => (settings: Settings) => ({
      ...settings,
      passwordPolicy,
    });
    await withSettings(policy('mixed'), async () => {
      expect((await foundNow('short-passwords')).repair.page).toBe('settings-sign-in');
    });
    await withSettings(policy('long'), async () => {
      expect(await findingNow('short-passwords')).toBeUndefined();
    });
  });
});

describe('PUT /posture/:finding/acceptance', () => {
  const accept = ({ id, mark }: Pick<Finding, 'id' | 'mark'>, reason = 'Un site de démonstration') =>
    as(admin).put(pathTo('AcceptFinding', { finding: id }), { mark, reason });
  const reopen = (finding: FindingId) => as(admin).delete(pathTo('ReopenFinding', { finding }));

  it('leaves a finding as it is, with who, when and why, until somebody opens it again', async () => {
    const found = await foundNow('rule-all');
    expect(found.acceptance).toBeNull();
    await accept(found, '  Des étiquettes vues de tous ').expect(204);
    const { acceptance } = await foundNow('rule-all');
    expect(acceptance).toMatchObject({ reason: 'Des étiquettes vues de tous', byName: 'Anne Kermarrec' });
    expect(Math.abs(Date.parse(acceptance?.at ?? '') - Date.now())).toBeLessThan(60_000);
    await reopen('rule-all').expect(204);
    expect((await foundNow('rule-all')).acceptance).toBeNull();
    expect(codeOf(await reopen('rule-all').expect(404))).toBe('not_found');
  });

  it('comes back as it grows, and can be accepted anew', async () => {
    await accept(await foundNow('rule-all')).expect(204);
    const wider = (settings: Settings) => ({
      ...settings,
      accessTypes: settings.accessTypes.map((type) =>
        type.key === 'tags' ? { ...type, actions: ['find' as const, 'findOne' as const, 'create' as const] } : type
      ),
    });
    await withSettings(wider, async () => {
      const grown = await foundNow('rule-all');
      expect(grown.acceptance).toBeNull();
      await accept(grown, 'Vues et créées').expect(204);
      expect((await foundNow('rule-all')).acceptance?.reason).toBe('Vues et créées');
    });
    // Less than what was accepted is accepted, too.
    expect((await foundNow('rule-all')).acceptance?.reason).toBe('Vues et créées');
    await reopen('rule-all').expect(204);
  });

  it('comes back as its number grows, where nothing is listed', async () => {
    await makeGuest();
    await accept(await foundNow('endless-keys')).expect(204);
    expect((await foundNow('endless-keys')).acceptance).not.toBeNull();
    await makeGuest();
    expect((await foundNow('endless-keys')).acceptance).toBeNull();
    await reopen('endless-keys').expect(204);
  });

  it('is of one of two who do so at once, and of what was seen', async () => {
    const found = await foundNow('public-files');
    const answers = await Promise.all(['un', 'deux', 'trois'].map((reason) => accept(found, reason)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    const won = ['un', 'deux', 'trois'][answers.findIndex(({ status }) => status === 204)];
    expect((await foundNow('public-files')).acceptance?.reason).toBe(won);
    await reopen('public-files').expect(204);
    expect(codeOf(await accept({ ...found, mark: 'another' }).expect(409))).toBe('conflict');
    expect(codeOf(await accept({ ...found, id: 'plain-http' }).expect(409))).toBe('conflict');
  });

  it('is noted in the activity, with what it was about and without the reason', async () => {
    const found = await foundNow('rule-all');
    await accept(found, 'Un secret de la maison').expect(204);
    await reopen('rule-all').expect(204);
    const rows = await knex()('guest_access_activities').orderBy('id', 'desc').limit(2);
    expect(rows.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['posture.reopened', 'Anne Kermarrec'],
      ['posture.accepted', 'Anne Kermarrec'],
    ]);
    expect(JSON.stringify(rows)).toContain('rule-all');
    expect(JSON.stringify(rows)).not.toContain('secret de la maison');
  });
});
