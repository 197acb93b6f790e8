import type { Knex } from 'knex';
import { sql, type Strapi } from '../strapi';
import type { Table } from '../tables';
import type { LeasedTable } from './leases';

export const jobTable = {
  name: 'guest_access_jobs',
  columns: {
    document_id: { type: 'string', length: 40, required: true, unique: true },
    kind: { type: 'string', length: 100, required: true },
    /** Of two jobs with the same key there is one. */
    unique_key: { type: 'string', length: 250, unique: true },
    /** The lower comes first. */
    priority: { type: 'integer', required: true },
    /**
     * `queued`, `paused`, `done`, `failed` or `cancelled`. Running is no status: it is `queued` with a lease that has not ended. Who
     * does it may be dead.
     */
    status: { type: 'string', length: 20, required: true },
    next_at: { type: 'instant', required: true },
    /** Since it was begun, or since it last went on. */
    attempts: { type: 'integer', required: true, default: 0 },
    lease_until: { type: 'instant' },
    lease_token: { type: 'string', length: 40 },
    /** What it is to be done with, as JSON; nothing secret. */
    input: { type: 'text', required: true },
    /** Where it goes on, as JSON. */
    step: { type: 'text' },
    phase: { type: 'string', length: 100 },
    done: { type: 'integer' },
    total: { type: 'integer' },
    result: { type: 'text' },
    last_error: { type: 'string', length: 250 },
    /** Whether it was asked for after it had begun: it is done once more. */
    asked_again: { type: 'boolean', required: true, default: false },
    /** `cancel` or `pause`, asked while it was being done. */
    wanted: { type: 'string', length: 20 },
    /** documentId of the admin user who asked for it. */
    asked_by: { type: 'string', length: 40 },
    created_at: { type: 'instant', required: true },
    /** When it last came to an end. */
    ended_at: { type: 'instant' },
  },
  indexes: [['status', 'priority', 'next_at', 'id'], ['lease_token'], ['ended_at']],
} as const satisfies Table;

export const leasedJobs = (leaseSeconds: number): LeasedTable => ({
  name: jobTable.name,
  order: ['priority', 'next_at', 'id'],
  leaseSeconds,
});

/** A query of the jobs, in the open transaction where there is one. */
export const onJobs = <T>(strapi: Strapi, work: (jobs: Knex.QueryBuilder) => PromiseLike<T>): Promise<T> =>
  sql(strapi, async (knex) => work(knex(jobTable.name)));
