import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { documentId, endpoint } from './endpoint';
import { pageQuery, pagination } from './pagination';

/** `waiting` for its time, for a free worker, or for its next attempt; `running` while a worker has it. */
export const jobStates = ['waiting', 'running', 'paused', 'failed', 'done', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export const jobState = mixed<JobState>().oneOf([...jobStates]);

/** Work in the background. Nothing in it says what it is about: whoever sees it may not see that. Times are ISO 8601. */
export const job = object({
  documentId: documentId.required(),
  /** `<feature>.<what>`; of a schedule `schedule.<feature>.<what>`. */
  kind: string().required(),
  state: jobState.required(),
  /** Whether it is done at times, again and again. Such a job is never at its end, and cannot be cancelled. */
  recurs: boolean().required(),
  /** What is being done, in a word of its kind's. */
  phase: string().nullable().defined(),
  /** How many of `total` are done; null where nobody counts. */
  done: number().nullable().defined(),
  total: number().nullable().defined(),
  /** Since it was begun, or since it last went on. */
  attempts: number().required(),
  /** Why the last attempt failed, in a few words. */
  lastError: string().nullable().defined(),
  createdAt: string().required(),
  /** When it falls, or fell, due. */
  dueAt: string().required(),
  /** When it last came to an end. */
  endedAt: string().nullable().defined(),
});
export type Job = InferType<typeof job>;

/** Messages of a kind that wait to be sent, and those that were given up within the last thirty days. */
export const mailBacklog = object({
  kind: string().required(),
  waiting: number().required(),
  failed: number().required(),
});

/** GET /jobs — what is done in the background, the newest first; and the mails that wait. */
export const ListJobs = endpoint('ListJobs', {
  query: object({ state: jobState.optional(), ...pageQuery }).noUnknown(),
  response: object({
    jobs: array(job.required()).required(),
    pagination: pagination.required(),
    mails: array(mailBacklog.required()).required(),
  }),
});

const params = object({ jobId: documentId.required() }).noUnknown();

/**
 * POST /jobs/:jobId/retry — a job that failed or was cancelled goes on where it was; one that waits is due now. 409 `conflict` in
 * any other state, as with the three below.
 */
export const RetryJob = endpoint('RetryJob', { params, response: job });

/** POST /jobs/:jobId/cancel — one that is running stops at its next step, and is done where it has none left. */
export const CancelJob = endpoint('CancelJob', { params, response: job });

/** POST /jobs/:jobId/pause — the same, until it is resumed. */
export const PauseJob = endpoint('PauseJob', { params, response: job });

/** POST /jobs/:jobId/resume — goes on where it was. */
export const ResumeJob = endpoint('ResumeJob', { params, response: job });
