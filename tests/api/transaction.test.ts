import { inTransaction } from '../../server/src/kernel/strapi';

const table = 'transaction_test';
const rows = () => site.strapi.db.connection(table);
const amount = async (): Promise<number> => (await rows()).length;

interface Client {
  query(connection: unknown, sql: unknown, ...rest: unknown[]): Promise<unknown>;
}

beforeAll(async () => {
  await site.strapi.db.connection.schema.dropTableIfExists(table);
  await site.strapi.db.connection.schema.createTable(table, (builder) => void builder.increments('id'));
});
afterAll(() => site.strapi.db.connection.schema.dropTable(table));

describe('a transaction', () => {
  it('is over with an error, and nothing follows from it, where the connection went as it was to be kept', async () => {
    const before = await amount();
    const told = jest.fn();
    const lost = inTransaction(site.strapi, async ({ trx, onCommit }) => {
      await trx(table).insert({});
      onCommit(told);
      const client: Client = trx.client;
      const query = client.query.bind(client);
      client.query = async (connection, sql, ...rest) => {
        if (sql !== 'COMMIT;') return query(connection, sql, ...rest);
        await query(connection, 'ROLLBACK;');
        throw new Error('the connection is gone');
      };
    });
    await expect(lost).rejects.toThrow('the connection is gone');
    expect(told).not.toHaveBeenCalled();
    expect(await amount()).toBe(before);
  });

  it('runs what waits for it once it is kept, each once, and nothing of one that was undone', async () => {
    const before = await amount();
    const told: string[] = [];
    await inTransaction(site.strapi, async ({ trx, onCommit }) => {
      await trx(table).insert({});
      onCommit(() => told.push('outer'));
      await inTransaction(site.strapi, async (inner) => inner.onCommit(() => told.push('inner')));
      expect(told).toEqual([]);
    });
    await inTransaction(site.strapi, async () => undefined);
    expect(told).toEqual(['outer', 'inner']);
    const undone = inTransaction(site.strapi, async ({ onCommit }) => {
      onCommit(() => told.push('undone'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await inTransaction(site.strapi, async () => undefined);
    expect(told).toEqual(['outer', 'inner']);
    expect(await amount()).toBe(before + 1);
  });
});
