import type { Knex } from 'knex';
import { clockOf, msFromNow } from '../database-clock';
import type { Strapi } from '../strapi';
import { recurringKinds } from './kinds';
import { onJobs } from './table';
import { wakeJobs } from './worker';

/*
 * What people want of a job, by its documentId. Each answers whether the job was in a state for it. One that is being done is asked:
 * it stops at its next step, and where it comes to its end before, it is done.
 */

type Query = Knex.QueryBuilder;

/** Changes a job where it is in a state for it. @returns whether it was */
const change = async (
  strapi: Strapi,
  documentId: string,
  which: (job: Query) => Query,
  changes: Record<string, unknown>
): Promise<boolean> =>
  (await onJobs(strapi, (jobs) => which(jobs.where({ document_id: documentId })).update(changes))) === 1;

/** While no worker has it. */
const idle = (strapi: Strapi, job: Query): Query =>
  job.whereRaw(`(lease_until IS NULL OR lease_until <= ${clockOf(strapi)})`);

/** A worker that slept past its lease writes nothing any more. */
const letGo = { lease_token: null, lease_until: null };

/** Not for one that recurs: it would never be done again. */
export const cancelJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const cancellable = (job: Query) => job.whereNotIn('kind', recurringKinds());
  const end = { ...letGo, status: 'cancelled', ended_at: msFromNow(strapi, 0) };
  const open = (job: Query) => idle(strapi, cancellable(job)).whereIn('status', ['queued', 'paused']);
  if (await change(strapi, documentId, open, end)) return true;
  return change(strapi, documentId, (job) => cancellable(job).where({ status: 'queued' }), { wanted: 'cancel' });
};

export const pauseJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const queued = (job: Query) => job.where({ status: 'queued' });
  const paused = { ...letGo, status: 'paused' };
  if (await change(strapi, documentId, (job) => idle(strapi, queued(job)), paused)) return true;
  return change(strapi, documentId, queued, { wanted: 'pause' });
};

/** One that is paused, or was asked to pause, goes on where it was. */
export const resumeJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const pausing = (job: Query) =>
    job.where((query) => void query.where({ status: 'paused' }).orWhere({ status: 'queued', wanted: 'pause' }));
  const isResumed = await change(strapi, documentId, pausing, { status: 'queued', wanted: null });
  wakeJobs(strapi);
  return isResumed;
};

/** One that failed or was cancelled goes on where it was; one that waits for its time is due now. */
export const retryJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const now = { next_at: msFromNow(strapi, 0) };
  const again = { ...now, status: 'queued', attempts: 0, wanted: null };
  const isDue =
    (await change(strapi, documentId, (job) => job.whereIn('status', ['failed', 'cancelled']), again)) ||
    (await change(strapi, documentId, (job) => idle(strapi, job).where({ status: 'queued' }), now));
  wakeJobs(strapi);
  return isDue;
};
