export { backoffMs } from './backoff';
export { enqueueJob, type JobRequest } from './enqueue';
export type { Job, Progress } from './job';
export { GiveUp, recurringKinds, registerJob, type JobKind } from './kinds';
export {
  claimedRows,
  claimRows,
  dueRows,
  endRows,
  settleRows,
  waitingRows,
  type Claim,
  type LeasedTable,
} from './leases';
export { createOutcomes, type Outcome } from './outcomes';
export { startPump, type Pump } from './pump';
export { keepRecurring } from './recur';
export { databaseNow } from './repository';
export { cancelJob, pauseJob, resumeJob, retryJob } from './steer';
export { createSupply } from './supply';
export { jobTable } from './table';
export { startJobs, stopJobs, wakeJobs, workOffJobs } from './worker';
