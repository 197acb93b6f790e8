import { AsyncLocalStorage } from 'node:async_hooks';
import { advance, positionAfter, withoutOldGaps, type Entry, type Log } from '../log';
import { databaseNow, GiveUp, hurryRecurring, keepRecurring, registerJob, type JobKind } from '../queue';
import { reasonOf } from '../reason';
import { PLUGIN, type Strapi } from '../strapi';
import { kept, positionOf, readKept, type KeptPosition } from './kept-position';

/** One who is told what happened, once it is kept. */
export interface LogListener<Row extends Entry> {
  /** Stays in the table of jobs: where the listener has come to is kept by it. */
  readonly name: string;
  /** Called for one row after the other, on one instance at a time; again where it fails, or the instance dies in it. */
  hear(row: Row): Promise<unknown>;
}

/** The listeners of an instance. */
export interface AfterCommit<Row extends Entry> {
  /** One who is new hears what is written from here on; one who was there before, what has been written since. */
  add(listener: LogListener<Row>): Promise<void>;
  /** There is a new row: its transaction is over. */
  hasNew(): void;
  stop(): Promise<void>;
}

/** How often a listener looks by itself: an instance may die between a commit and telling of it. */
const everyMs = 30_000;
/** What was written together is told together. */
const breathMs = 100;
/** No transaction that is open for longer is told; an instance that was stopped in one may go on. */
const gapMs = 3_600_000;
const rowsMax = 100;
/** Until it works, for as long as it takes: rows behind the one that fails wait. */
const retrySeconds = [5, 10, 30, 60, 300, 900, 3600];

const kindOf = <Row extends Entry>(log: Log<Row>, { name, hear }: LogListener<Row>): JobKind<null, KeptPosition> => ({
  name: `events.${name}`,
  retrySeconds,
  input: () => null,
  step: readKept,
  nextAt: (after) => new Date(after.getTime() + everyMs),
  run: async (strapi, job) => {
    if (job.at === null) throw new GiveUp('It does not say where it begins');
    let position = positionOf(job.at);
    let rows: Row[];
    do {
      const now = await databaseNow(strapi);
      position = withoutOldGaps(position, now, gapMs);
      rows = await log.read(position, { subject: null, max: rowsMax });
      for (const row of rows) {
        job.signal.throwIfAborted();
        await hear(row);
        position = advance(position, row.id, now);
        await job.step(() => Promise.resolve({ at: kept(position) }));
      }
    } while (rows.length === rowsMax);
  },
});

/**
 * Tells listeners the rows of a log after their commit: at least once, also after a crash, and in the order in which they are
 * found, which is that of their ids but where a transaction ended after others that began later. Each listener is a job that
 * recurs, and where it has come to is the job's step: one instance tells it, and another goes on where that one died. To be
 * called outside any request, at bootstrap: listeners run in what it is called in.
 */
export const createAfterCommit = <Row extends Entry>(strapi: Strapi, log: Log<Row>): AfterCommit<Row> => {
  const outside = AsyncLocalStorage.snapshot();
  const names: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    timer = null;
    await hurryRecurring(strapi, names).catch((error: unknown) =>
      strapi.log.warn(`${PLUGIN}: events are told later: ${reasonOf(error)}`)
    );
  };

  return {
    async add(listener) {
      const kind = kindOf(log, listener);
      if (names.includes(kind.name)) throw new Error(`There is a listener ${listener.name} already`);
      const now = await databaseNow(strapi);
      const here = positionAfter(await log.newestIds(), now);
      await keepRecurring(strapi, kind, now, kept(here));
      registerJob(kind);
      names.push(kind.name);
    },
    hasNew() {
      if (names.length === 0) return;
      timer ??= outside(() => setTimeout(() => void (telling = tell()), breathMs).unref());
    },
    async stop() {
      if (timer) clearTimeout(timer);
      await telling;
    },
  };
};
