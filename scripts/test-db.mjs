/**
 * npm run test:db: the API and security tests on PostgreSQL and on MariaDB or MySQL, side by side, each on a fresh database
 * that is dropped afterwards. Servers: POSTGRES_URL (postgres://postgres@127.0.0.1:5432) and MYSQL_URL (mysql://root@127.0.0.1:3306).
 * `-- postgres` or `-- mysql` takes one of them; what follows goes to jest.
 */
import { availableParallelism } from 'node:os';
import { buildSite } from './lib/build.mjs';
import { inLanes, named } from './lib/lanes.mjs';
import { report, runJest, sum } from './lib/tally.mjs';

const servers = {
  postgres: {
    address: new URL(process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432'),
    connect: async ({ hostname, port, username, password }) => {
      const { default: pg } = await import('pg');
      const client = new pg.Client({
        host: hostname,
        port: Number(port),
        user: username,
        password,
        database: 'postgres',
      });
      await client.connect();
      return { run: (sql) => client.query(sql), end: () => client.end() };
    },
  },
  mysql: {
    address: new URL(process.env.MYSQL_URL ?? 'mysql://root@127.0.0.1:3306'),
    connect: async ({ hostname, port, username, password }) => {
      const { default: mysql } = await import('mysql2/promise');
      const client = await mysql.createConnection({
        host: hostname,
        port: Number(port),
        user: username,
        password,
      });
      return { run: (sql) => client.query(sql), end: () => client.end() };
    },
  },
};

const [first, ...others] = process.argv.slice(2);
const isClient = first !== undefined && first in servers;
const clients = isClient ? [first] : Object.keys(servers);
const jestArgs = isClient || first === undefined ? others : [first, ...others];

const runOn = async (client) => {
  const { address, connect } = servers[client];
  const database = `guest_access_tests_${process.pid}`;
  const server = await connect(address);
  await server.run(`CREATE DATABASE ${database}${client === 'mysql' ? ' CHARACTER SET utf8mb4' : ''}`);
  try {
    const env = {
      DATABASE_CLIENT: client,
      DATABASE_HOST: address.hostname,
      DATABASE_PORT: address.port,
      DATABASE_NAME: database,
      DATABASE_USERNAME: decodeURIComponent(address.username),
      DATABASE_PASSWORD: decodeURIComponent(address.password),
    };
    return await runJest(client, [...jestArgs, '--selectProjects', 'site'], { env, onOutput: named(client) });
  } finally {
    await server.run(`DROP DATABASE ${database}`);
    await server.end();
  }
};

// Once for both: each of them would begin it.
await buildSite();

const lanes = Math.min(availableParallelism(), clients.length);
process.exit(
  report(
    sum(
      await inLanes(
        lanes,
        clients.map((client) => () => runOn(client))
      )
    )
  )
);
