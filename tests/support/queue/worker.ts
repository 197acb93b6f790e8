import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import {
  databaseNow,
  enqueueJob,
  GiveUp,
  registerJob,
  startJobs,
  stopJobs,
  workOffJobs,
  type JobKind,
} from '../../../server/src/kernel/queue';
import { createAfterCommit } from '../../../server/src/kernel/events';
import type { Log } from '../../../server/src/kernel/log';
import { sql } from '../../../server/src/kernel/strapi';

/*
 * A worker of the queue in a process of its own, without a Strapi: it starts in a moment, and can be killed, stopped and given a
 * clock that is wrong. Answers { id, result } to { id, command, value }.
 */

/** What the tests tell it by its environment. */
export interface WorkerSettings {
  /** Of knex. */
  connection: object;
  leaseSeconds: number;
  claimMax?: number;
  /** Its kinds have this in their names: others leave them alone. */
  family: string;
  /** It dies before the n-th statement, counted from 1. */
  dieBefore?: number;
  /** What its own clock is wrong by. */
  skewMs?: number;
}

interface DatabaseLike {
  connection: Core.Strapi['db']['connection'];
  transaction(work: () => Promise<unknown>): Promise<unknown>;
}

const settings = JSON.parse(process.env.QUEUE_WORKER ?? '{}') as WorkerSettings;
const { leaseSeconds, claimMax = 50, family, skewMs = 0 } = settings;

const rightNow = Date.now;
Date.now = () => rightNow() + skewMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, given: [] | [number]) => (given.length === 0 ? new target(target.now()) : new target(...given)),
});

const here = createRequire(__filename);
const { Database } = createRequire(here.resolve('@strapi/strapi/package.json'))('@strapi/database') as {
  Database: new (config: object) => DatabaseLike;
};
const db = new Database({ connection: settings.connection, settings: { migrations: { dir: __dirname } } });
const lines: string[] = [];
const note = (line: string) => void lines.push(line);
const strapi = { db, log: { info: note, warn: note, error: note } } as unknown as Core.Strapi;

let statements = 0;
db.connection.on('query', () => {
  statements += 1;
  if (statements === settings.dieBefore) process.kill(process.pid, 'SIGKILL');
});

/** Notes that a job has had an effect: in the transaction of its step, or at once. */
const effect = (job: string, step: number) => sql(strapi, (knex) => knex('queue_test_effects').insert({ job, step }));

const text = (stored: unknown): string => {
  if (typeof stored !== 'string') throw new Error('no text');
  return stored;
};
const amount = (stored: unknown): number => {
  if (typeof stored !== 'number') throw new Error('no number');
  return stored;
};

let goOn = (): void => undefined;
const told = new Promise<void>((resolve) => (goOn = resolve));

/** Two steps, each with an effect that is kept with it. */
const steps: JobKind<string, number> = {
  name: `test.steps.${family}`,
  retrySeconds: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  input: text,
  step: amount,
  run: async (_, job) => {
    for (let step = job.at ?? 0; step < 2; step += 1) {
      await job.step(async () => {
        await effect(job.input, step);
        return { at: step + 1, phase: `step ${step}`, done: step + 1, total: 2 };
      });
    }
    return { steps: 2 };
  },
};

/** One effect, outside any transaction. */
const plain: JobKind<string, never> = {
  name: `test.plain.${family}`,
  input: text,
  step: () => {
    throw new Error('it has no steps');
  },
  run: async (_, job) => void (await effect(job.input, 0)),
};

const late: JobKind<string, never> = { ...plain, name: `test.late.${family}`, priority: 9 };

/** Says that it has begun, and makes its one step only once it is told to. */
const waiting: JobKind<string, number> = {
  ...steps,
  name: `test.waiting.${family}`,
  run: async (_, job) => {
    process.send?.({ begun: job.input });
    await told;
    await job.step(async () => {
      await effect(job.input, 0);
      return { at: 1 };
    });
  },
};

/** The same in the middle of the step. */
const holding: JobKind<string, number> = {
  ...steps,
  name: `test.holding.${family}`,
  run: async (_, job) => {
    if (job.at !== null) return;
    await job.step(async () => {
      await effect(job.input, 0);
      process.send?.({ begun: job.input });
      await told;
      return { at: 1 };
    });
  },
};

const failing: JobKind<string, number> = {
  ...steps,
  name: `test.failing.${family}`,
  retrySeconds: [0, 0],
  run: async (_, job) => {
    await effect(job.input, job.attempt);
    if (job.input.startsWith('hopeless')) throw new GiveUp('It is gone');
    throw new Error('Mail to jo@tests.example failed: https://tests.example/?key=1');
  },
};

/** Goes on until it is interrupted. */
const endless: JobKind<string, number> = {
  ...steps,
  name: `test.endless.${family}`,
  run: async (_, job) => {
    process.send?.({ begun: job.input });
    for (let step = job.at ?? 0; ; step += 1) await job.step(() => Promise.resolve({ at: step + 1, done: step + 1 }));
  },
};

const kinds = { steps, waiting, holding, failing, endless };
for (const kind of [steps, waiting, holding, failing, endless]) registerJob(kind);
const plainKinds = { plain, late };
for (const kind of [plain, late]) registerJob(kind);

/** A log of its own for each family. */
const log: Log<{ id: number }> = {
  newestIds: () => sql(strapi, (knex) => knex('queue_test_log').where({ family }).orderBy('id').pluck('id')),
  read: ({ last, gaps }, { max }) =>
    sql(strapi, (knex) =>
      knex('queue_test_log')
        .where({ family })
        .where((query) => void query.where('id', '>', last).orWhereIn('id', [...gaps.keys()]))
        .orderBy('id')
        .limit(max)
        .select('id')
    ),
};
const afterCommit = createAfterCommit(strapi, log);

interface Asked {
  kind: keyof typeof kinds | keyof typeof plainKinds;
  input: string;
  key?: string;
  /** When it falls due, from now. */
  inMs?: number;
}

const options = { leaseSeconds, lanes: 4, claimMax };
const enqueue = async ({ kind, inMs, ...request }: Asked): Promise<string> => {
  const at = inMs === undefined ? {} : { at: (await databaseNow(strapi)) + inMs };
  const asked = { ...request, ...at };
  if (kind === 'plain' || kind === 'late') return enqueueJob(strapi, plainKinds[kind], asked);
  return enqueueJob(strapi, kinds[kind], asked);
};

const commands = {
  enqueue,
  /** All in one transaction. */
  fill: (asked: Asked[]) =>
    strapi.db.transaction(async () => {
      for (const one of asked) await enqueue(one);
    }),
  /** Notes what it is told as effects of the family. */
  listen: () => afterCommit.add({ name: family, hear: ({ id }) => effect(family, id) }),
  hasNew: () => afterCommit.hasNew(),
  workOff: () => workOffJobs(strapi, options),
  start: ({ pollMs }: { pollMs: number }) => startJobs(strapi, pollMs, options),
  stop: () => stopJobs(strapi),
  goOn: () => goOn(),
  statements: () => statements,
  lines: () => lines,
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
