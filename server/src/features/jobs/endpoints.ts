import { CancelJob, ListJobs, PauseJob, ResumeJob, RetryJob, type Job } from '../../../../contract';
import {
  cancelJob,
  failure,
  handle,
  pauseJob,
  resumeJob,
  retryJob,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { mailBacklog } from './backlog';
import { toJob } from './presenter';
import { findJob, listJobs } from './repository';

type Steer = (strapi: Strapi, documentId: string) => Promise<boolean>;

/** @throws 404 `not_found`; 409 `conflict` where the job is in no state for it */
const steered = async (strapi: Strapi, steer: Steer, documentId: string): Promise<Job> => {
  const isDone = await steer(strapi, documentId);
  const job = await findJob(strapi, documentId);
  if (job === null) throw failure('not_found', 'There is no such job');
  if (!isDone) throw failure('conflict', 'The job is not in a state for that');
  return toJob(job);
};

export const endpoints: HandledEndpoint[] = [
  handle(ListJobs, async ({ strapi, query: { state, page, pageSize } }) => {
    const { jobs, total } = await listJobs(strapi, { state, page, pageSize });
    return {
      jobs: jobs.map(toJob),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      mails: await mailBacklog(strapi),
    };
  }),
  handle(RetryJob, ({ strapi, params: { jobId } }) => steered(strapi, retryJob, jobId)),
  handle(CancelJob, ({ strapi, params: { jobId } }) => steered(strapi, cancelJob, jobId)),
  handle(PauseJob, ({ strapi, params: { jobId } }) => steered(strapi, pauseJob, jobId)),
  handle(ResumeJob, ({ strapi, params: { jobId } }) => steered(strapi, resumeJob, jobId)),
];
