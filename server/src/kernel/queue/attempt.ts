import { reasonOf } from '../reason';
import { PLUGIN, type Strapi } from '../strapi';
import { backoffMs } from './backoff';
import { controlsOf, type Controls } from './controls';
import { GiveUp, kindOf, type AnyKind } from './kinds';
import { databaseNow, type JobFinish, type JobRow } from './repository';

/** A third of a lease: it is renewed twice before it would end. */
const beatsPerLease = 3;

/** Renews the lease by and by, while something goes on. A database that is away for a moment is asked again. */
const beating = async <T>({ beat }: Controls, leaseSeconds: number, work: () => Promise<T>): Promise<T> => {
  let isBeating = false;
  const timer = setInterval(
    () => {
      if (isBeating) return;
      isBeating = true;
      void beat()
        .catch(() => undefined)
        .finally(() => (isBeating = false));
    },
    (leaseSeconds * 1000) / beatsPerLease
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};

/** After an attempt that was the last, or done: at its end, or until its next time. */
const atItsEnd = async (strapi: Strapi, { nextAt }: AnyKind, row: JobRow, end: JobFinish): Promise<JobFinish> => {
  if (nextAt === null) return end;
  const next = nextAt(new Date(Math.max(await databaseNow(strapi), row.nextAt.getTime())));
  return {
    status: 'recur',
    dueAt: row.nextAt.getTime(),
    nextAt: next.getTime(),
    reason: end.status === 'failed' ? end.reason : null,
  };
};

const afterFailure = async (strapi: Strapi, kind: AnyKind, row: JobRow, error: unknown): Promise<JobFinish> => {
  const reason = reasonOf(error);
  const name = `${PLUGIN}: job ${row.documentId} (${row.kind})`;
  const delayMs = error instanceof GiveUp ? null : backoffMs(kind.retrySeconds, row.attempts, Math.random());
  if (delayMs === null) {
    strapi.log.error(`${name} is given up after attempt ${row.attempts}: ${reason}`);
    return atItsEnd(strapi, kind, row, { status: 'failed', reason });
  }
  strapi.log.warn(`${name} failed at attempt ${row.attempts}, again in ${Math.round(delayMs / 1000)} s: ${reason}`);
  return { status: 'retry', reason, delayMs };
};

export interface Attempt {
  readonly row: JobRow;
  readonly token: string;
  readonly leaseSeconds: number;
  /** Told how to interrupt it while it goes on. */
  readonly begun: (controls: Controls) => void;
}

/** Does a job that was claimed. @returns what came of it, or null where it is another worker's by now */
export const attempt = async (
  strapi: Strapi,
  { row, token, leaseSeconds, begun }: Attempt
): Promise<JobFinish | null> => {
  const kind = kindOf(row.kind);
  if (kind === undefined) return { status: 'interrupted', why: 'stop' };
  if (row.wanted !== null) return { status: 'interrupted', why: row.wanted };
  const controls = controlsOf(strapi, row, token, leaseSeconds);
  begun(controls);
  try {
    // The last attempt ended without a word, and so did those before.
    if (row.attempts > kind.retrySeconds.length + 1) throw new GiveUp('No attempt came to an end');
    const result = await beating(controls, leaseSeconds, () => kind.run(strapi, controls.job));
    return await atItsEnd(strapi, kind, row, { status: 'done', result: result ?? null });
  } catch (error) {
    const why = controls.interrupted();
    if (why === null) return afterFailure(strapi, kind, row, error);
    return why === 'lost' ? null : { status: 'interrupted', why };
  }
};
