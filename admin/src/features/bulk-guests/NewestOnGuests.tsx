import type { BulkGuests } from '../../../../contract/bulk-guests';
import { Newest, standingOf } from '../../kernel/selection';
import { useTranslate } from '../../kernel/translate';
import { useNewest } from './useBulkGuests';

/** The reader's newest action on a selection of guests, while it is done and for a day. */
export const NewestOnGuests = ({ onOpen }: { onOpen: (jobId: string) => void }) => {
  const translate = useTranslate();
  const newest = useNewest();
  const statusOf = ({ action, done, total, ...job }: BulkGuests) =>
    `${translate(`guests.bulk.${action}`)} – ${translate(`guests.bulk.${standingOf(job)}`, { done, total })}`;
  return <Newest newest={newest} status={newest === null ? '' : statusOf(newest)} onOpen={onOpen} />;
};
