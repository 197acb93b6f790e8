export { backoffMs } from './backoff';
export { enqueueJob } from './enqueue';
export { GiveUp, recurringKinds, registerJob, type JobKind } from './kinds';
export {
  claimRows,
  dueRows,
  endRows,
  settleRows,
  waitingRows,
  type Claim,
  type LeasedTable,
} from './leases';
export { createOutcomes } from './outcomes';
export { startPump, type Pump } from './pump';
export { keepRecurring } from './recur';
export { databaseNow } from './repository';
export { cancelJob, pauseJob, resumeJob, retryJob } from './steer';
export { createSupply } from './supply';
export { jobTable } from './table';
export { startJobs, stopJobs, workOffJobs } from './worker';
