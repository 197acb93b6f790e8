import { jobStates, type Job, type JobState } from '../../../../contract';
import { recurringKinds } from '../../kernel';
import type { JobRow } from './repository';

const isoOf = (at: number | string): string => new Date(Number(at)).toISOString();

const stateOf = ({ status, held }: JobRow): JobState => {
  if (status === 'queued') return Number(held) === 1 ? 'running' : 'waiting';
  const known = jobStates.find((state) => state === status);
  if (known === undefined) throw new Error(`A job cannot be ${status}`);
  return known;
};

/** A job as an editor sees it, who may not see what it is about. */
export const toJob = (row: JobRow): Job => ({
  documentId: row.document_id,
  kind: row.kind,
  state: stateOf(row),
  recurs: recurringKinds().includes(row.kind),
  phase: row.phase,
  done: row.done,
  total: row.total,
  attempts: row.attempts,
  lastError: row.last_error,
  createdAt: isoOf(row.created_at),
  dueAt: isoOf(row.next_at),
  endedAt: row.ended_at === null ? null : isoOf(row.ended_at),
});
