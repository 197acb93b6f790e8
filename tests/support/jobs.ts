import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator } from './actors';
import { as } from './as';

const listed = async (query = ''): Promise<Job[]> => {
  const { body } = await as(await administrator())
    .get(`${pathTo('ListJobs')}?pageSize=100${query}`)
    .expect(200);
  return body.data.jobs;
};

/** The job of a schedule, by the schedule's name. */
export const scheduleJob = async (name: string): Promise<Job> => {
  const job = (await listed()).find(({ kind }) => kind === `schedule.${name}`);
  if (job === undefined) throw new Error(`there is no schedule ${name}`);
  return job;
};

/** Does at once what a schedule does at its times, and waits until it is done. */
export const runSchedule = async (name: string): Promise<void> => {
  const { documentId, endedAt } = await scheduleJob(name);
  await as(await administrator())
    .post(pathTo('RetryJob', { jobId: documentId }))
    .expect(200);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const job = await scheduleJob(name);
    if (job.state === 'waiting' && job.endedAt !== endedAt) return;
    if (Date.now() > deadline) throw new Error(`The schedule stayed ${JSON.stringify(job)}`);
    await wait(50);
  }
};
