import { registerJob, type Feature } from '../../kernel';
import { endpoints } from './endpoints';
import { bulkAccessJob } from './job';

/** Accesses, keys and their mails for a whole selection of contacts, in the background and with a report (O3). */
export const bulkAccess: Feature = {
  name: 'bulk-access',
  endpoints,
  register: () => registerJob(bulkAccessJob),
};
