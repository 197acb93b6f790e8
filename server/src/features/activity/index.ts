import type { Feature } from '../../kernel';
import { activity as contentType } from './content-types/activity';
import { endpoints } from './endpoints';
import { startReaders, stopReaders } from './log';

export { hearAfterCommit, listen, record, type Happening } from './log';
export { lastNoted, type ActivityRow } from './repository';

/** The log: who was given what, and who came in. */
export const activity: Feature = {
  name: 'activity',
  contentTypes: { activity: contentType },
  endpoints,
  bootstrap: startReaders,
  destroy: stopReaders,
};
