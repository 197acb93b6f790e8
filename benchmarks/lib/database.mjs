import { createRequire } from 'node:module';
import { join } from 'node:path';
import { playground } from '../../scripts/lib/paths.mjs';

const require = createRequire(join(playground, 'package.json'));

/** Servers as in scripts/test-db.mjs; `create` makes a database unless it is there. */
const servers = {
  postgres: {
    address: () => new URL(process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432'),
    create: async ({ hostname, port, username, password }, name) => {
      const { Client } = require('pg');
      const client = new Client({ host: hostname, port: Number(port), user: username, password, database: 'postgres' });
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (rowCount === 0) await client.query(`create database ${name}`);
      await client.end();
    },
  },
  mysql: {
    address: () => new URL(process.env.MYSQL_URL ?? 'mysql://root@127.0.0.1:3306'),
    create: async ({ hostname, port, username, password }, name) => {
      const client = await require('mysql2/promise').createConnection({
        host: hostname,
        port: Number(port),
        user: username,
        password,
      });
      await client.query(`create database if not exists ${name} character set utf8mb4`);
      await client.end();
    },
  },
};

/** The environment that puts the playground on a database of this name, which is made where it is not there. */
export const databaseOf = async (name, folder) => {
  const client = process.env.DATABASE_CLIENT ?? 'sqlite';
  if (client === 'sqlite') return { DATABASE_CLIENT: client, DATABASE_FILENAME: join(folder, `${name}.db`) };
  const server = servers[client];
  if (server === undefined) throw new Error(`DATABASE_CLIENT: sqlite, ${Object.keys(servers).join(' or ')}`);
  const address = server.address();
  const database = `guest_access_bench_${name}`;
  await server.create(address, database);
  return {
    DATABASE_CLIENT: client,
    DATABASE_HOST: address.hostname,
    DATABASE_PORT: address.port,
    DATABASE_NAME: database,
    DATABASE_USERNAME: decodeURIComponent(address.username),
    DATABASE_PASSWORD: decodeURIComponent(address.password),
  };
};
