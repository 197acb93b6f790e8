import type { Job } from '../../../../contract/jobs';

/** How an action on a selection stands, as the end of the name of the text that says it. */
export const standingOf = ({ state, endedAt }: Pick<Job, 'state' | 'endedAt'>) => {
  if (state === 'paused') return 'paused';
  if (endedAt === null || state === 'waiting' || state === 'running') return 'progress';
  if (state === 'done') return 'finished';
  return state === 'failed' ? 'failed' : 'stopped';
};
