import { configOf, databaseNow, jobTable, startJobs, stopJobs, type Feature } from '../../kernel';
import { endpoints } from './endpoints';
import { deleteEnded } from './repository';

export { mailBacklog, provideMailBacklog, type Backlog } from './backlog';
export { cancelOwnJob, newestOwnJob, ownJob } from './own';
export { toJob } from './presenter';
export { findJob, type AskedJob } from './repository';

const keptMs = 30 * 24 * 3_600_000;

/** Work in the background: the table of jobs, the instance's worker, and what the panel shows. What jobs do is the other features'. */
export const jobs: Feature = {
  name: 'jobs',
  tables: [jobTable],
  schedules: [
    {
      name: 'jobs.purge',
      slots: { hour: 4, minute: 51 },
      missed: 'catch-up',
      run: async (strapi) => deleteEnded(strapi, (await databaseNow(strapi)) - keptMs),
    },
  ],
  endpoints,
  bootstrap: (strapi) => startJobs(strapi, configOf(strapi).jobs.pollSeconds * 1000),
  destroy: (strapi) => stopJobs(strapi),
};
