import type { Knex } from 'knex';
import type { JobState } from '../../../../contract';
import { clockOf, jobTable, knexOf, queryOfTable, type Strapi } from '../../kernel';

/** A job without what it is about. Instants are milliseconds since 1970. */
export interface JobRow {
  document_id: string;
  kind: string;
  status: string;
  /** 1 while a worker has it. */
  held: number | string;
  phase: string | null;
  done: number | null;
  total: number | null;
  attempts: number;
  last_error: string | null;
  created_at: number | string;
  next_at: number | string;
  ended_at: number | string | null;
}

const columns = [
  ...['document_id', 'kind', 'status', 'phase', 'done', 'total', 'attempts', 'last_error'],
  ...['created_at', 'next_at', 'ended_at'],
];

const table = (strapi: Strapi): Knex.QueryBuilder => queryOfTable(strapi, jobTable.name);
const held = (strapi: Strapi): string =>
  `CASE WHEN lease_until IS NOT NULL AND lease_until > ${clockOf(strapi)} THEN 1 ELSE 0 END`;

const inState = (strapi: Strapi, state: JobState | undefined): Knex.QueryBuilder => {
  if (state === undefined) return table(strapi);
  if (state !== 'waiting' && state !== 'running') return table(strapi).where({ status: state });
  return table(strapi)
    .where({ status: 'queued' })
    .whereRaw(`${held(strapi)} = ?`, [state === 'running' ? 1 : 0]);
};

const selected = (strapi: Strapi, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select(...columns, { held: knexOf(strapi).raw(held(strapi)) });

export interface Page {
  state: JobState | undefined;
  page: number;
  pageSize: number;
}

/** A page of the jobs in a state, or of all, the newest first. */
export const listJobs = async (
  strapi: Strapi,
  { state, page, pageSize }: Page
): Promise<{ jobs: JobRow[]; total: number }> => {
  const jobs: JobRow[] = await selected(strapi, inState(strapi, state))
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted]: { count: number | string }[] = await inState(strapi, state).count({ count: '*' });
  return { jobs, total: Number(counted?.count) };
};

export const findJob = async (strapi: Strapi, documentId: string): Promise<JobRow | null> => {
  const [job]: JobRow[] = await selected(strapi, table(strapi).where({ document_id: documentId }));
  return job ?? null;
};

/** A job with what it is about, as JSON: for the feature whose kind it is, and whoever asked for it. */
export interface AskedJob extends JobRow {
  input: string;
  step: string | null;
  result: string | null;
}

export interface Asked {
  kind: string;
  /** documentId of the admin user who asked for it. */
  askedBy: string;
  /** The newest of that kind and user where it is left out. */
  documentId?: string;
}

export const findAskedJob = async (strapi: Strapi, { kind, askedBy, documentId }: Asked): Promise<AskedJob | null> => {
  const mine = table(strapi).where({ kind, asked_by: askedBy });
  const query = documentId === undefined ? mine : mine.where({ document_id: documentId });
  const [job]: AskedJob[] = await selected(strapi, query)
    .select('input', 'step', 'result')
    .orderBy('id', 'desc')
    .limit(1);
  return job ?? null;
};

/** Deletes the jobs that came to their end before an instant, in milliseconds since 1970. */
export const deleteEnded = (strapi: Strapi, before: number): Promise<number> =>
  table(strapi).whereIn('status', ['done', 'failed', 'cancelled']).where('ended_at', '<', before).del();
