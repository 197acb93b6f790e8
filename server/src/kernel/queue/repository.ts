import { clockOf, msFromNow } from '../database-clock';
import { knexOf, sql, type Strapi } from '../strapi';
import type { Progress, Reason } from './job';
import { knownKinds } from './kinds';
import { claimedRows, claimRows, settleRows, type Claim } from './leases';
import { leasedJobs, onJobs } from './table';

/** A job as a worker has it. */
export interface JobRow {
  readonly id: number;
  readonly documentId: string;
  readonly kind: string;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly input: unknown;
  readonly askedBy: string | null;
  /** As JSON. */
  readonly step: string | null;
  /** What was asked while another worker had it. */
  readonly wanted: 'cancel' | 'pause' | null;
}

interface Stored {
  id: number;
  document_id: string;
  kind: string;
  attempts: number;
  next_at: number | string;
  input: string;
  asked_by: string | null;
  step: string | null;
  wanted: 'cancel' | 'pause' | null;
}

/** The database's time, in milliseconds since 1970. */
export const databaseNow = async (strapi: Strapi): Promise<number> => {
  const [row]: { at: number | string }[] = await sql(strapi, (knex) =>
    knex.select(knex.raw(`${clockOf(strapi)} as ??`, ['at']))
  );
  return Number(row?.at);
};

/** Takes jobs of the kinds that this instance can do, at most `amount`. */
export const claimJobs = async (
  strapi: Strapi,
  amount: number,
  leaseSeconds: number
): Promise<{ token: string; jobs: JobRow[] }> => {
  const leased = leasedJobs(leaseSeconds);
  const { token, ids } = await claimRows(strapi, leased, {
    amount,
    which: (query) => query.whereIn('kind', knownKinds()),
    // An attempt that begins at the beginning sees all that it was asked for until now.
    changes: { asked_again: knexOf(strapi).raw('(asked_again AND step IS NOT NULL)') },
  });
  if (ids.length === 0) return { token, jobs: [] };
  const columns = ['id', 'document_id', 'kind', 'attempts', 'next_at', 'input', 'asked_by', 'step', 'wanted'];
  const stored: Stored[] = await claimedRows(strapi, leased, token).select(columns);
  const jobs = stored.map(({ document_id: documentId, next_at, input, asked_by: askedBy, ...row }) => {
    const read: unknown = JSON.parse(input);
    return { ...row, documentId, nextAt: new Date(Number(next_at)), input: read, askedBy };
  });
  return { token, jobs: jobs.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
};

/** Renews a lease. @returns whether the job is still this worker's, and nobody wants it to stop */
export const holdJob = async (strapi: Strapi, id: number, token: string, leaseSeconds: number): Promise<boolean> => {
  const mine = { id, lease_token: token, wanted: null };
  const held = await onJobs(strapi, (jobs) =>
    jobs.where(mine).update({ lease_until: msFromNow(strapi, leaseSeconds * 1000) })
  );
  return held === 1;
};

/** What somebody wants of a job that is this worker's; null where it is another's. */
export const wantedOf = async (strapi: Strapi, id: number, token: string): Promise<'cancel' | 'pause' | null> => {
  const row = await onJobs(strapi, (jobs) =>
    jobs.where({ id, lease_token: token }).first<Pick<Stored, 'wanted'> | undefined>('wanted')
  );
  return row?.wanted ?? null;
};

export interface Note {
  readonly id: number;
  readonly progress: Progress<unknown>;
  /** As JSON. */
  readonly step: string | null;
  /** Whether it goes on from elsewhere than before: the attempts that were needed for that are over. */
  readonly hasMoved: boolean;
  readonly leaseSeconds: number;
}

/** Notes how far a job is, after it was held in the same transaction. */
export const noteJob = async (strapi: Strapi, { id, progress, step, hasMoved, leaseSeconds }: Note): Promise<void> => {
  const { phase, done, total } = progress;
  const noted = {
    step,
    ...(phase === undefined ? {} : { phase }),
    ...(done === undefined ? {} : { done }),
    ...(total === undefined ? {} : { total }),
    ...(hasMoved ? { attempts: 1 } : {}),
    lease_until: msFromNow(strapi, leaseSeconds * 1000),
  };
  await onJobs(strapi, (jobs) => jobs.where({ id }).update(noted));
};

export type JobFinish =
  | { status: 'done'; result: object | null }
  | { status: 'failed'; reason: string }
  /** Another attempt after the delay. */
  | { status: 'retry'; reason: string; delayMs: number }
  /** It recurs: done, or given up for a reason, until its next time (milliseconds since 1970), unless it was hurried meanwhile. */
  | { status: 'recur'; dueAt: number; nextAt: number; reason: string | null }
  /** Not to go on, for a reason that is no fault of its own. */
  | { status: 'interrupted'; why: Exclude<Reason, 'lost'> };

/** Of a job that is not at its end. `wanted` stays as it is: MySQL would read what the same statement has changed already. */
const openStatus = `CASE wanted WHEN 'cancel' THEN 'cancelled' WHEN 'pause' THEN 'paused' ELSE 'queued' END`;

/** At its end, unless it was asked for again meanwhile: then it waits to be done from the beginning. */
const atItsEnd = (strapi: Strapi, status: 'done' | 'failed'): Record<string, unknown> => {
  const unlessAgain = (otherwise: string, again: string) =>
    knexOf(strapi).raw(`CASE WHEN asked_again THEN ${again} ELSE ${otherwise} END`);
  return {
    status: unlessAgain(`'${status}'`, `'queued'`),
    attempts: unlessAgain('attempts', '0'),
    step: unlessAgain('step', 'NULL'),
    phase: unlessAgain('phase', 'NULL'),
    done: unlessAgain('done', 'NULL'),
    total: unlessAgain('total', 'NULL'),
    next_at: msFromNow(strapi, 0),
    ended_at: msFromNow(strapi, 0),
  };
};

const changes = (strapi: Strapi, finish: JobFinish): Record<string, unknown> => {
  const open = knexOf(strapi).raw(openStatus);
  switch (finish.status) {
    case 'done': {
      const result = finish.result && JSON.stringify(finish.result);
      return { ...atItsEnd(strapi, 'done'), step: null, result, last_error: null };
    }
    case 'failed':
      return { ...atItsEnd(strapi, 'failed'), last_error: finish.reason };
    case 'retry':
      return { status: open, next_at: msFromNow(strapi, finish.delayMs), last_error: finish.reason };
    case 'recur':
      return {
        ...{ attempts: 0, phase: null, done: null, total: null },
        status: open,
        next_at: knexOf(strapi).raw('CASE WHEN next_at > ? THEN next_at ELSE ? END', [finish.dueAt, finish.nextAt]),
        last_error: finish.reason,
        ended_at: msFromNow(strapi, 0),
      };
    case 'interrupted':
      if (finish.why === 'cancel') return { status: 'cancelled', ended_at: msFromNow(strapi, 0) };
      return { status: open, attempts: knexOf(strapi).raw('attempts - 1') };
  }
};

/**
 * Writes down what came of jobs of a claim, and in the same statement what was asked of them meanwhile: to be done once more, to
 * be paused, to be cancelled.
 * @returns how many of them are still this worker's
 */
export const settleJobs = (strapi: Strapi, claim: Claim, finish: JobFinish): Promise<number> =>
  settleRows(strapi, leasedJobs(0), claim, changes(strapi, finish));
