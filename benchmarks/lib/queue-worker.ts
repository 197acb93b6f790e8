/**
 * A worker of the queue in a process of its own, and a bare loop beside it. Bundled and started by ../queue.mjs; answers
 * { id, result } to { id, command, value }.
 */
import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { jobTable, registerJob, workOffJobs } from '../../server/src/kernel/queue';
import { ensureTables } from '../../server/src/kernel/tables';
import { insist } from '../../server/src/kernel/timing';

const { DATABASE_CLIENT: client = 'sqlite', DATABASE_FILENAME: filename } = process.env;
const server = {
  host: process.env.DATABASE_HOST,
  port: Number(process.env.DATABASE_PORT),
  database: process.env.DATABASE_NAME,
  user: process.env.DATABASE_USERNAME,
  password: process.env.DATABASE_PASSWORD,
};
const connection =
  client === 'sqlite'
    ? { client, connection: { filename }, useNullAsDefault: true }
    : { client, connection: server, pool: { min: 0, max: 4 } };

const here = createRequire(__filename);
const { Database } = createRequire(here.resolve('@strapi/strapi/package.json'))('@strapi/database') as {
  Database: new (config: object) => Core.Strapi['db'];
};
const db = new Database({ connection, settings: { migrations: { dir: __dirname } } });
const note = (line: string) => void process.stderr.write(`${line}\n`);
const strapi = { db, log: { info: note, warn: note, error: note } } as unknown as Core.Strapi;
const table = () => db.connection(jobTable.name);

registerJob({ name: 'bench.nothing', input: () => null, step: () => null, run: () => Promise.resolve() });

const waits = { kind: 'bench.nothing', status: 'queued', priority: 5, attempts: 0, input: '{}', asked_again: false };

const bareLoop = async (): Promise<void> => {
  const lock = client === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const next = `SELECT id FROM ${jobTable.name} WHERE status = 'queued' ORDER BY id LIMIT 1 ${lock}`;
  const statement = `UPDATE ${jobTable.name} SET status = 'done' WHERE id = (${next}) RETURNING id`;
  for (;;) {
    // Several processes on one file of SQLite: who waited for the lock too long asks again, as the queue does.
    const answer = await insist(10, 10, (): Promise<{ rows?: unknown[] } | unknown[]> => db.connection.raw(statement));
    if ((Array.isArray(answer) ? answer : (answer.rows ?? [])).length === 0) return;
  }
};

const commands = {
  prepare: () => ensureTables(strapi, [jobTable]),
  fill: async ({ amount }: { amount: number }) => {
    await table().del();
    const rows = Array.from({ length: amount }, (_, index) => ({
      ...waits,
      document_id: `bench${index}`,
      next_at: index,
      created_at: 1,
    }));
    await db.connection.batchInsert(jobTable.name, rows, 50);
  },
  workOff: () => workOffJobs(strapi),
  bare: bareLoop,
  done: async () => {
    const [row] = await table().where({ status: 'done' }).count({ count: '*' });
    return Number(row?.['count']);
  },
};

process.on('message', ({ id, command, value }: { id: number; command: keyof typeof commands; value: never }) => {
  const answered = (async () => commands[command](value))();
  answered.then(
    (result: unknown) => process.send?.({ id, result: result ?? null }),
    (error: unknown) => process.send?.({ id, error: String(error instanceof Error ? error.stack : error) })
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
