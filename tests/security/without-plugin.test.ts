import { freshDatabase, startInstance, type FreshDatabase } from '../support';

jest.setTimeout(300_000);

/*
 * Strapi drops the tables of content types that it does not know any more. A site is started without the plugin once: it was
 * switched off, its installation failed, another branch was built.
 */

let database: FreshDatabase;

beforeEach(async () => void (database = await freshDatabase()));
afterEach(() => database.drop());

const start = async (env: Record<string, string> = {}): Promise<void> => {
  const instance = await startInstance({ ...database.env, ...env });
  instance.kill();
  await instance.gone;
};

const now = () => new Date();
const row = (documentId: string) => ({
  document_id: documentId,
  created_at: now(),
  updated_at: now(),
  published_at: now(),
});

const insert = async (table: string, values: object): Promise<number> => {
  await database.knex(table).insert(values);
  const [last] = await database.knex(table).max<{ id: number }[]>({ id: 'id' });
  return Number(last?.id);
};

/** A contact of a company with a guest, a key and a ticket of theirs. */
const fill = async (): Promise<void> => {
  const company = await insert('guest_access_companies', { ...row('company'), name: 'L’Oréal & Fils' });
  const contact = await insert('guest_access_contacts', {
    ...row('contact'),
    last_name: 'Durand',
    company_id: company,
  });
  const guest = await insert('guest_access_guests', { ...row('guest'), last_name: 'Durand', version: 7 });
  const ticket = await insert('tickets', { ...row('ticket'), subject: 'panne', state: 'open' });
  await insert('guest_access_guests_contacts_lnk', { guest_id: guest, contact_id: contact });
  await insert('tickets_contact_lnk', { ticket_id: ticket, contact_id: contact });
  await insert('tickets_opened_by_lnk', { ticket_id: ticket, guest_id: guest });
};

const filled = [
  'guest_access_contacts',
  'guest_access_companies',
  'guest_access_guests',
  'guest_access_guests_contacts_lnk',
  'tickets_contact_lnk',
  'tickets_opened_by_lnk',
];
const rowsOf = (table: string): Promise<unknown[]> => database.knex(table).select('*').orderBy('id');
const all = async () =>
  Object.fromEntries(await Promise.all(filled.map(async (table) => [table, await rowsOf(table)])));

describe('a start without the plugin', () => {
  it('loses nothing: contacts, guests and what ties rows to them are there again with it', async () => {
    await start();
    await fill();
    // Derives columns of what was put in beside it.
    await start();
    const before = await all();
    for (const table of filled) expect(before[table]).toHaveLength(1);
    await start({ GUEST_ACCESS: 'off' });
    expect(await all()).toEqual(before);
    await start();
    expect(await all()).toEqual(before);
  });

  it('takes the tables along where the site has said so before', async () => {
    await start();
    await fill();
    await start({ GUEST_ACCESS_KEEP_DATA: 'false' });
    expect(await rowsOf('guest_access_guests')).toHaveLength(1);
    await start({ GUEST_ACCESS: 'off' });
    expect(await database.knex.schema.hasTable('guest_access_guests')).toBe(false);
    expect(await rowsOf('tickets')).toHaveLength(1);
  });
});

describe('an older version on a database that a newer one has used', () => {
  it('does not start, says why and changes nothing', async () => {
    await start();
    await fill();
    await database
      .knex('strapi_core_store_settings')
      .where({ key: 'plugin_guest-access_schema_version' })
      .update({ value: '999' });
    await database.knex.schema.alterTable('guest_access_guests', (builder) => void builder.string('of_tomorrow'));
    await database.knex('guest_access_guests').update({ of_tomorrow: 'kept' });
    await expect(start()).rejects.toThrow(/newer version of the plugin \(schema 999/);
    expect(await rowsOf('guest_access_guests')).toMatchObject([{ of_tomorrow: 'kept' }]);
  });
});
