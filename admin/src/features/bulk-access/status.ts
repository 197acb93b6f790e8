import type { BulkAccess } from '../../../../contract/bulk-access';

/** The text that says how an action stands. */
export const statusKey = ({ state, endedAt }: Pick<BulkAccess, 'state' | 'endedAt'>) => {
  if (state === 'paused') return 'bulk.paused';
  if (endedAt === null || state === 'waiting' || state === 'running') return 'bulk.progress';
  if (state === 'done') return 'bulk.finished';
  return state === 'failed' ? 'bulk.failed' : 'bulk.stopped';
};
