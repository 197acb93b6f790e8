import { registerJob, type Feature } from '../../kernel';
import { endpoints } from './endpoints';
import { bulkGuestsJob } from './job';

/** One thing done with a whole selection of guests, in the background and with a report. */
export const bulkGuests: Feature = {
  name: 'bulk-guests',
  endpoints,
  register: () => registerJob(bulkGuestsJob),
};
