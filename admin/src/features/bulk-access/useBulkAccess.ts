import type { BulkAccess } from '../../../../contract/bulk-access';
import type { Answer } from '../../kernel/api';
import { useFollowed } from '../../kernel/selection';
import { useData, type Loaded } from '../../kernel/useData';

const nothing = [] as const;
const changed = ['contacts', 'guests', 'guest', 'access', 'accessStates'] as const;

/** How an action goes. */
export const useBulkReport = (jobId: string): Loaded<Answer<'GetBulkAccess'>> =>
  useFollowed(
    (everyMs) => useData('GetBulkAccess', { params: { jobId } }, { everyMs }),
    (report) => report,
    nothing
  );

/** The reader's newest action; null where there is none. */
export const useNewestBulk = (): BulkAccess | null =>
  useFollowed(
    (everyMs) => useData('FindBulkAccess', {}, { everyMs }),
    ({ newest }) => newest,
    changed
  ).value?.newest ?? null;
