import type { Knex } from 'knex';
import type { Strapi } from './app';

const databases = ['sqlite', 'postgres', 'mysql'] as const;
export type DatabaseKind = (typeof databases)[number];

/** Which kind of database the site has. MariaDB is `mysql`. */
export const databaseOf = (strapi: Strapi): DatabaseKind => {
  const { client } = strapi.db.dialect;
  const known = databases.find((one) => one === client);
  if (known === undefined) throw new Error(`guest-access: the database ${client} is not known`);
  return known;
};

/** The name of the table of a content type, for hand-written SQL. */
export const tableOf = (strapi: Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/** Whether the running code is inside a transaction. */
export const isInTransaction = (strapi: Strapi): boolean => strapi.db.inTransaction();

/**
 * Runs hand-written SQL on the connection that the running code is bound to: the open transaction, or the pool. On SQLite
 * a query beside an open transaction would wait for it for ever.
 */
export const sql = async <T>(strapi: Strapi, work: (knex: Knex) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction() ? strapi.db.transaction(({ trx }) => work(trx as Knex)) : work(strapi.db.connection);

/** Knex for the making of pieces of SQL, which are part of a query that is run elsewhere: by Strapi, or by `sql`. */
export const knexOf = (strapi: Strapi): Knex => strapi.db.connection;

/** A query of a table, as `table` or `table as alias`, in the schema that the site has on PostgreSQL. By itself it is in no transaction. */
export const queryOfTable = (strapi: Strapi, table: string): Knex.QueryBuilder => strapi.db.getConnection(table);

/** What makes and changes tables. */
export const schemaOf = (strapi: Strapi): Knex.SchemaBuilder => strapi.db.getSchemaConnection();

export const columnNames = async (strapi: Strapi, table: string): Promise<Set<string>> =>
  new Set(Object.keys(await strapi.db.getConnection(table).columnInfo()));

export const indexNames = async (strapi: Strapi, table: string): Promise<Set<string>> =>
  new Set((await strapi.db.dialect.schemaInspector.getIndexes(table)).map(({ name }) => name));

/** The schema of PostgreSQL in which the site's tables are. */
export const schemaNameOf = (strapi: Strapi): string | undefined => strapi.db.getSchemaName();

/** The name of the database on MySQL and MariaDB. */
export const databaseNameOf = (strapi: Strapi): string =>
  (strapi.db.connection.client as { database(): string }).database();

/** A connection of better-sqlite3. */
export interface SqliteConnection {
  function(
    name: string,
    options: { deterministic: true; directOnly: true },
    work: (...values: unknown[]) => unknown
  ): unknown;
}

/** What knex keeps of its connections. `afterCreate` of its pool has no effect once it is made. */
interface SqliteClient {
  acquireRawConnection(): Promise<SqliteConnection>;
  pool?: { free: { resource: SqliteConnection }[]; used: { resource: SqliteConnection }[] };
}

/** Does something to each connection to SQLite that is open, and to each that will be. */
export const onSqliteConnections = (strapi: Strapi, work: (connection: SqliteConnection) => void): void => {
  const client = strapi.db.connection.client as SqliteClient;
  const acquire = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => {
    const connection = await acquire();
    work(connection);
    return connection;
  };
  for (const { resource } of [...(client.pool?.free ?? []), ...(client.pool?.used ?? [])]) work(resource);
};

/** Does something at each start, before Strapi drops what it does not declare any more. Called at register. */
export const beforeSync = (strapi: Strapi, work: () => Promise<void>): void => {
  const hook = strapi.hook('strapi::content-types.beforeSync') as { register(work: () => Promise<void>): void };
  hook.register(work);
};

/** Whether Strapi has its store: not before a database's first start. */
export const hasStore = (strapi: Strapi): Promise<boolean> => schemaOf(strapi).hasTable('strapi_core_store_settings');

/** An entry of Strapi's own list of tables that its schema sync leaves alone (`@strapi/database/dist/schema/diff.js`). */
export type PersistedTable = string | { name: string };

/** That list. Made for features of an edition that a site may lose for a while. */
export const persistedTables = (strapi: Strapi) => {
  const store = strapi.store({ type: 'core', key: 'persisted_tables' });
  return {
    read: async (): Promise<PersistedTable[]> => ((await store.get()) as PersistedTable[] | null) ?? [],
    write: (tables: PersistedTable[]): Promise<unknown> => store.set({ value: tables }),
  };
};
