import type { Knex } from 'knex';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  askToJoin,
  codeOf,
  goodPassword,
  logInByKey,
  logInByPassword,
  makeGuest,
  makeLink,
  makePasswordGuest,
  newAddress,
  nobody,
  previewInvitation,
  secretIn,
  secretMailedTo,
  startInstance,
  storedDigest,
  waitForMailTo,
  withJoining,
} from '../support';

const knex = () => site.strapi.db.connection;

/** A table as Strapi made it for a content type of the version before, with the rows that are in ours now. */
const formerTable = async (
  name: string,
  vault: string,
  columns: (builder: Knex.CreateTableBuilder) => void,
  toRow: (row: Record<string, unknown>) => object = (row) => row
): Promise<void> => {
  await knex().schema.createTable(name, (builder) => {
    builder.increments('id');
    builder.string('document_id', 255);
    columns(builder);
    for (const column of ['created_at', 'updated_at', 'published_at']) builder.datetime(column, { precision: 6 });
    for (const column of ['created_by_id', 'updated_by_id']) builder.integer(column).unsigned();
    builder.string('locale', 255);
  });
  const rows: Record<string, unknown>[] = await knex()(vault).select('*');
  for (const row of rows) await knex()(name).insert({ document_id: 'x', created_at: new Date(), ...toRow(row) });
  await knex()(vault).delete();
};

const strings = (builder: Knex.CreateTableBuilder, ...names: string[]) => names.forEach((name) => builder.string(name));
const instants = (builder: Knex.CreateTableBuilder, ...names: string[]) =>
  names.forEach((name) => builder.bigInteger(name));
const dateOf = (instant: unknown): Date | null => (instant === null ? null : new Date(Number(instant)));

/** Puts the database into the form that the version before left: what lets somebody in stands in tables of Strapi's. */
const goBack = async (): Promise<void> => {
  await knex().schema.alterTable('guest_access_guests', (builder) => {
    builder.string('password');
    builder.boolean('must_change_password').defaultTo(false);
  });
  await knex()('guest_access_guests').update({ last_seen_at: null });
  const passwords: { guest: string; digest: string; temporary: boolean }[] =
    await knex()('guest_access_vault_passwords').select('*');
  for (const { guest, digest, temporary } of passwords) {
    await knex()('guest_access_guests')
      .where({ document_id: guest })
      .update({ password: digest, must_change_password: temporary });
  }
  await knex()('guest_access_vault_passwords').delete();
  await formerTable(
    'guest_access_keys',
    'guest_access_vault_keys',
    (builder) => {
      strings(builder, 'guest', 'digest', 'last_four');
      builder.text('encrypted', 'longtext');
      for (const name of ['issued_at', 'expires_at', 'last_used_at']) builder.datetime(name, { precision: 6 });
    },
    ({ issued_at, expires_at, last_used_at, ...row }) => ({
      ...row,
      issued_at: dateOf(issued_at),
      expires_at: dateOf(expires_at),
      last_used_at: dateOf(last_used_at),
    })
  );
  await formerTable('guest_access_sessions', 'guest_access_vault_sessions', (builder) => {
    strings(builder, 'digest', 'guest', 'door', 'editor', 'editor_id', 'device');
    instants(builder, 'started_at', 'seen_at', 'idle_ends_at', 'ends_at');
  });
  await formerTable('guest_access_tickets', 'guest_access_vault_tickets', (builder) => {
    strings(builder, 'digest', 'purpose', 'guest', 'slot', 'address');
    instants(builder, 'made_at', 'ends_at');
  });
  await formerTable('guest_access_join_requests', 'guest_access_vault_join_requests', (builder) => {
    strings(builder, 'slot', 'digest', 'address', 'address_key', 'source', 'reference', 'language');
    instants(builder, 'asked_at', 'ends_at');
  });
  await formerTable('guest_access_invitation_links', 'guest_access_vault_links', (builder) => {
    strings(builder, 'name', 'digest', 'last_four', 'add_as', 'domain', 'maker', 'maker_name');
    builder.text('encrypted', 'longtext');
    builder.boolean('approval');
    builder.jsonb('grants');
    instants(builder, 'issued_at', 'expires_at', 'revoked_at');
    builder.integer('places_max');
    builder.integer('places_taken');
  });
};

const former = ['keys', 'sessions', 'tickets', 'join_requests', 'invitation_links'].map(
  (name) => `guest_access_${name}`
);

describe('O01, X01 a site of the version before, whose secrets stood in Strapi’s tables', () => {
  it('keeps passwords, keys, sessions, tickets, join requests and links, and none in a table of Strapi’s', async () => {
    const admin = as(await administrator());
    const expiresAt = '2031-05-06T07:08:09.000Z';
    const guest = await makeGuest();
    const { version } = (
      await admin.get(pathTo('GetContactAccess', { contactId: guest.contact.documentId })).expect(200)
    ).body.data;
    const issued = await admin
      .post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version, expiresAt })
      .expect(200);
    const key = issued.body.data.link.split('#')[1];
    const session = await logInByKey(key);
    const person = await makePasswordGuest();
    const digest = await storedDigest(person.documentId);
    await as(nobody).post(pathTo('ForgotPassword'), { email: person.email }).expect(204);
    const ticket = await secretMailedTo(person.email, 'grt_');
    const link = await makeLink({ name: 'Avant', placesMax: 3 });
    const newcomer = newAddress();

    await withJoining({ mode: 'domains', domains: [{ domain: 'example.com' }] }, async () => {
      await askToJoin(newcomer).expect(202);
      const proof = secretIn((await waitForMailTo(newcomer))[0]);
      await goBack();
      await as(session.actor).get(pathTo('GetMe')).expect(401);
      // SQLite has one instance.
      const together = site.strapi.db.dialect.client === 'sqlite' ? 1 : 2;
      const instances = await Promise.all(Array.from({ length: together }, () => startInstance()));
      for (const instance of instances) instance.kill();

      const self = await as(session.actor).get(pathTo('GetMe')).expect(200);
      expect(self.body.data.documentId).toBe(guest.access.guestId);
      const seen = await knex()('guest_access_guests')
        .where({ document_id: guest.access.guestId })
        .first('last_seen_at');
      expect(Number(seen?.last_seen_at)).toBeGreaterThan(Date.now() - 600_000);
      await logInByKey(key);
      const access = (await admin.get(pathTo('GetContactAccess', { contactId: guest.contact.documentId })).expect(200))
        .body.data;
      expect(access.key).toMatchObject({ expiresAt, lastFour: key.slice(-4), canReveal: true });
      expect(
        (await admin.post(pathTo('RevealKey', { contactId: guest.contact.documentId })).expect(200)).body.data.link
      ).toContain(key);
      await logInByPassword(person.login, person.password);
      expect(await storedDigest(person.documentId)).toBe(digest);
      expect((await previewInvitation(link.secret).expect(200)).body.data).toMatchObject({ addAs: 'guest' });
      await as(nobody)
        .post(pathTo('ConfirmJoin'), {
          token: proof,
          firstName: 'Noé',
          lastName: 'Avant',
          password: goodPassword,
        })
        .expect(200);
      await as(nobody).post(pathTo('ResetPassword'), { token: ticket, password: 'sept lampes vertes' }).expect(204);
    });

    for (const name of former) expect([name, await knex().schema.hasTable(name)]).toEqual([name, false]);
    expect(await knex()('guest_access_guests').whereNotNull('password')).toEqual([]);
    // Where Strapi is told to keep what it does not declare, the next start finds nothing to move.
    const after = await storedDigest(person.documentId);
    (await startInstance()).kill();
    expect(await storedDigest(person.documentId)).toBe(after);
    await knex().schema.alterTable('guest_access_guests', (builder) => {
      builder.dropColumns('password', 'must_change_password');
    });
  }, 180_000);

  it('has each of our tables with its unique indexes, and Strapi knows none of them', async () => {
    const tables = (await site.strapi.db.dialect.schemaInspector.getTables()).filter((name) => /_vault_/.test(name));
    expect(tables.sort()).toEqual(
      ['join_requests', 'keys', 'links', 'passwords', 'sessions', 'tickets'].map((name) => `guest_access_vault_${name}`)
    );
    for (const table of tables) {
      const indexes = await site.strapi.db.dialect.schemaInspector.getIndexes(table);
      const unique = indexes.filter(({ type }) => type === 'unique').map(({ columns }) => columns.join());
      expect([table, unique]).toEqual([table, expect.arrayContaining([/passwords/.test(table) ? 'guest' : 'digest'])]);
    }
    const known = [...site.strapi.db.metadata.values()].map(({ tableName }) => tableName);
    expect(known.filter((name) => name.includes('vault'))).toEqual([]);
  });
});

describe('the settings that the version before stored', () => {
  it('keep the doors that were shut, under the name that they have now', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const { signInMethods: _, ...others } = settings;
    const store = site.strapi.store({ type: 'plugin', name: 'guest-access', key: 'settings' });
    const shut = { key: false, password: true };
    try {
      await store.set({ value: { ...others, doors: shut } });
      const { data } = (await admin.get(pathTo('GetSettings')).expect(200)).body;
      expect(data.settings).toEqual({ ...settings, signInMethods: shut });
      const key = { key: 'A'.repeat(26), carrier: 'token' };
      expect(codeOf(await as(nobody).post(pathTo('LogInByKey'), key))).toBe('door_closed');
    } finally {
      await admin.put(pathTo('SaveSettings'), settings).expect(200);
    }
  });
});
