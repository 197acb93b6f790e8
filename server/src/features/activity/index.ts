import type { Feature } from '../../kernel';
import { activity as contentType } from './content-types/activity';
import { endpoints } from './endpoints';
import { startReaders, stopReaders } from './log';
import { startNotices, stopNotices } from './notices';

export { hearAfterCommit, listen, provideAddressPolicy, record, recordAll, type Happening } from './log';
export { notice } from './notices';
export {
  activityColumns,
  activityTable,
  countRefusals,
  lastNoted,
  toActivity,
  type ActivityRow,
  type StoredActivity,
} from './repository';

/** The log: who was given what, and who came in. */
export const activity: Feature = {
  name: 'activity',
  contentTypes: { activity: contentType },
  endpoints,
  bootstrap: async (strapi) => {
    await startReaders(strapi);
    startNotices(strapi);
  },
  destroy: async (strapi) => {
    await stopNotices(strapi);
    await stopReaders(strapi);
  },
};
