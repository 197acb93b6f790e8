import type { BulkGuests } from '../../../../contract/bulk-guests';
import type { Answer } from '../../kernel/api';
import { useFollowed } from '../../kernel/selection';
import { useData, type Loaded } from '../../kernel/useData';

const nothing = [] as const;
const changed = ['contacts', 'guests', 'guest', 'access', 'accessStates'] as const;

/** How an action goes. */
export const useReport = (jobId: string): Loaded<Answer<'GetBulkGuests'>> =>
  useFollowed(
    (everyMs) => useData('GetBulkGuests', { params: { jobId } }, { everyMs }),
    (report) => report,
    nothing
  );

/** The reader's newest action; null where there is none. */
export const useNewest = (): BulkGuests | null =>
  useFollowed(
    (everyMs) => useData('FindBulkGuests', {}, { everyMs }),
    ({ newest }) => newest,
    changed
  ).value?.newest ?? null;
