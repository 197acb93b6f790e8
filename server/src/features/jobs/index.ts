import { configOf, jobTable, startJobs, stopJobs, type Feature } from '../../kernel';

/** Work in the background: the table of jobs and the instance's worker. What they do is the other features'. */
export const jobs: Feature = {
  name: 'jobs',
  tables: [jobTable],
  bootstrap: (strapi) => startJobs(strapi, configOf(strapi).jobs.pollSeconds * 1000),
  destroy: (strapi) => stopJobs(strapi),
};
