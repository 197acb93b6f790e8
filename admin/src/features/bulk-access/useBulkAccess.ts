import type { BulkAccess } from '../../../../contract/bulk-access';
import type { Answer } from '../../kernel/api';
import { useEnd, useLiveness } from '../../kernel/selection';
import { useData, type Loaded } from '../../kernel/useData';

const nothing = [] as const;
const changed = ['contacts', 'guests', 'guest', 'access', 'accessStates'] as const;

/** How an action goes. */
export const useBulkReport = (jobId: string): Loaded<Answer<'GetBulkAccess'>> => {
  const liveness = useLiveness();
  const report = useData('GetBulkAccess', { params: { jobId } }, { everyMs: liveness.everyMs });
  useEnd(report.value ?? undefined, liveness, nothing);
  return report;
};

/** The reader's newest action; null where there is none. */
export const useNewestBulk = (): BulkAccess | null => {
  const liveness = useLiveness();
  const { value } = useData('FindBulkAccess', {}, { everyMs: liveness.everyMs });
  useEnd(value?.newest, liveness, changed);
  return value?.newest ?? null;
};
