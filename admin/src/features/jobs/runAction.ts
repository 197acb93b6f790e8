import type { Job } from '../../../../contract/jobs';
import { callApi } from '../../kernel/api';
import type { JobAction } from './actions';

const calls = {
  run: 'RetryJob',
  retry: 'RetryJob',
  resume: 'ResumeJob',
  pause: 'PauseJob',
  cancel: 'CancelJob',
} as const satisfies Record<JobAction, string>;

/** Does it. @returns the job as it stands then. @throws ApiError; `conflict` where it was in no state for it any more */
export const runAction = (action: JobAction, jobId: string): Promise<Job> =>
  callApi(calls[action], { params: { jobId } });
