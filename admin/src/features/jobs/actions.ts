import type { Job } from '../../../../contract/jobs';

/** What can be done with a job, in the order of its buttons. */
export const jobActions = ['run', 'retry', 'resume', 'pause', 'cancel'] as const;
export type JobAction = (typeof jobActions)[number];

type Standing = Pick<Job, 'state' | 'recurs'>;

const makesSense = (action: JobAction, { state, recurs }: Standing): boolean => {
  switch (action) {
    case 'run':
      return state === 'waiting';
    case 'retry':
      return state === 'failed' || state === 'cancelled';
    case 'resume':
      return state === 'paused';
    case 'pause':
      return state === 'waiting' || state === 'running';
    case 'cancel':
      return !recurs && (state === 'waiting' || state === 'running' || state === 'paused');
  }
};

/** What can be done with a job as it stands. */
export const actionsFor = (job: Standing): JobAction[] => jobActions.filter((action) => makesSense(action, job));

/** What is said once an action was taken: a job that is being done is only asked to stop. */
export const saidOf = (action: JobAction, { state }: Pick<Job, 'state'>): JobAction | 'stops' =>
  state === 'running' && (action === 'pause' || action === 'cancel') ? 'stops' : action;
