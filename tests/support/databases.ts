import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knex, type Knex } from 'knex';

export interface FreshDatabase {
  /** For an instance that is to use it. */
  readonly env: Record<string, string>;
  readonly knex: Knex;
  drop(): Promise<void>;
}

/** Without the oracle's content types, whose many tables take long to make. */
const small = { TEST_COMBINATIONS: 'off' };

/** An empty database beside the site's, on the same server. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const name = `fresh_${randomUUID().replaceAll('-', '')}`;
  const own = site.strapi.db.connection;
  const client = own.client.constructor as typeof Knex.Client;
  if (site.strapi.db.dialect.client === 'sqlite') {
    const filename = join(tmpdir(), `${name}.db`);
    const connection = knex({ client, connection: { filename }, useNullAsDefault: true });
    const drop = async () => {
      await connection.destroy();
      rmSync(filename, { force: true });
    };
    return { env: { ...small, DATABASE_FILENAME: filename }, knex: connection, drop };
  }
  await own.raw('CREATE DATABASE ??', [name]);
  const { connection: server } = own.client.config as { connection: object };
  const connection = knex({ client, connection: { ...server, database: name } });
  const drop = async () => {
    await connection.destroy();
    await own.raw('DROP DATABASE ??', [name]);
  };
  return { env: { ...small, DATABASE_NAME: name }, knex: connection, drop };
};
