import type { BulkAccess } from '../../../../contract/bulk-access';
import { Newest, standingOf } from '../../kernel/selection';
import { useTranslate } from '../../kernel/translate';
import { useNewestBulk } from './useBulkAccess';

/** The reader's newest bulk action, while it is done and for a day. */
export const NewestBulk = ({ onOpen }: { onOpen: (jobId: string) => void }) => {
  const translate = useTranslate();
  const newest = useNewestBulk();
  const statusOf = ({ done, total, ...job }: BulkAccess) => translate(`bulk.${standingOf(job)}`, { done, total });
  return <Newest newest={newest} status={newest === null ? '' : statusOf(newest)} onOpen={onOpen} />;
};
