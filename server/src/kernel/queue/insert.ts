import { randomBytes } from 'node:crypto';
import { msFromNow } from '../database-clock';
import type { Strapi } from '../strapi';
import { onJobs } from './table';

export interface NewJob {
  readonly kind: string;
  readonly unique_key: string | null;
  readonly priority: number;
  readonly next_at: unknown;
  /** As JSON. */
  readonly input: string;
  /** Where it begins, as JSON. */
  readonly step?: string | null;
  readonly asked_by: string | null;
}

/**
 * Puts in a job that waits, in the running transaction, or leaves the one that has its key already, which is locked then.
 * Strapi's own `create` would end a PostgreSQL transaction at a duplicate.
 */
export const insertJob = async (strapi: Strapi, job: NewJob): Promise<{ documentId: string; isNew: boolean }> => {
  const mine = randomBytes(12).toString('hex');
  const row = { ...job, document_id: mine, status: 'queued', attempts: 0, asked_again: false };
  const { unique_key } = job;
  await onJobs(strapi, (jobs) => {
    const put = jobs.insert({ ...row, created_at: msFromNow(strapi, 0) });
    return unique_key === null ? put : put.onConflict('unique_key').merge({ unique_key });
  });
  if (unique_key === null) return { documentId: mine, isNew: true };
  const there = await onJobs(strapi, (jobs) =>
    jobs.where({ unique_key }).first<{ document_id: string }>('document_id')
  );
  return { documentId: there.document_id, isNew: there.document_id === mine };
};
