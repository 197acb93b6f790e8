import type { Knex } from 'knex';
import { clockOf, msFromNow } from '../database-clock';
import { queryOfTable, type Strapi } from '../strapi';
import { recurringKinds } from './kinds';
import { jobTable } from './table';
import { wakeJobs } from './worker';

/*
 * What people want of a job, by its documentId. Each answers whether the job was in a state for it. One that is being done is asked:
 * it stops at its next step, and where it comes to its end before, it is done.
 */

const one = (strapi: Strapi, documentId: string): Knex.QueryBuilder =>
  queryOfTable(strapi, jobTable.name).where({ document_id: documentId });

const idle = (strapi: Strapi, documentId: string): Knex.QueryBuilder =>
  one(strapi, documentId).whereRaw(`(lease_until IS NULL OR lease_until <= ${clockOf(strapi)})`);

/** A worker that slept past its lease writes nothing any more. */
const letGo = { lease_token: null, lease_until: null };

/** Not for one that recurs: it would never be done again. */
export const cancelJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const end = { ...letGo, status: 'cancelled', ended_at: msFromNow(strapi, 0) };
  const ended = await idle(strapi, documentId)
    .whereIn('status', ['queued', 'paused'])
    .whereNotIn('kind', recurringKinds())
    .update(end);
  if (ended === 1) return true;
  const asked = await one(strapi, documentId)
    .where({ status: 'queued' })
    .whereNotIn('kind', recurringKinds())
    .update({ wanted: 'cancel' });
  return asked === 1;
};

export const pauseJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const paused = await idle(strapi, documentId)
    .where({ status: 'queued' })
    .update({ ...letGo, status: 'paused' });
  if (paused === 1) return true;
  return (await one(strapi, documentId).where({ status: 'queued' }).update({ wanted: 'pause' })) === 1;
};

/** One that is paused, or was asked to pause, goes on where it was. */
export const resumeJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const resumed = await one(strapi, documentId)
    .where((query) => void query.where({ status: 'paused' }).orWhere({ status: 'queued', wanted: 'pause' }))
    .update({ status: 'queued', wanted: null });
  wakeJobs(strapi);
  return resumed === 1;
};

/** One that failed or was cancelled goes on where it was; one that waits for its time is due now. */
export const retryJob = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const now = { next_at: msFromNow(strapi, 0) };
  const again = await one(strapi, documentId)
    .whereIn('status', ['failed', 'cancelled'])
    .update({ ...now, status: 'queued', attempts: 0, wanted: null });
  const sooner = again === 1 ? again : await idle(strapi, documentId).where({ status: 'queued' }).update(now);
  wakeJobs(strapi);
  return sooner === 1;
};
