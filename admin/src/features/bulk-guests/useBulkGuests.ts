import type { BulkGuests } from '../../../../contract/bulk-guests';
import type { Answer } from '../../kernel/api';
import { useEnd, useLiveness } from '../../kernel/selection';
import { useData, type Loaded } from '../../kernel/useData';

const nothing = [] as const;
const changed = ['contacts', 'guests', 'guest', 'access', 'accessStates'] as const;

/** How an action goes. */
export const useReport = (jobId: string): Loaded<Answer<'GetBulkGuests'>> => {
  const liveness = useLiveness();
  const report = useData('GetBulkGuests', { params: { jobId } }, { everyMs: liveness.everyMs });
  useEnd(report.value ?? undefined, liveness, nothing);
  return report;
};

/** The reader's newest action; null where there is none. */
export const useNewest = (): BulkGuests | null => {
  const liveness = useLiveness();
  const { value } = useData('FindBulkGuests', {}, { everyMs: liveness.everyMs });
  useEnd(value?.newest, liveness, changed);
  return value?.newest ?? null;
};
