import type { Permission } from '../../../../contract/routes';
import type { ListGuests } from '../../../../contract/guests';
import type { ResponseOf } from '../../../../contract/endpoint';
import { ListFrame, Pages } from '../../kernel/list';
import type { Loaded } from '../../kernel/loaded';
import { useTranslate } from '../../kernel/translate';
import { GuestsTable } from './GuestsTable';
import { isFiltered } from './query';
import { useGuestActions } from './useGuestActions';
import type { GuestsAddress } from './useGuestsQuery';
import { WaitingNotice } from './WaitingNotice';

interface GuestsListProps {
  page: Loaded<ResponseOf<typeof ListGuests>>;
  address: GuestsAddress;
  may: (permission: Permission) => boolean;
  onCreate: (() => void) | null;
}

/** The table with what stands around it: who waits, failure, emptiness, pages; and what a row's menu asks. */
export const GuestsList = ({ page, address, may, onCreate }: GuestsListProps) => {
  const translate = useTranslate();
  const { start, question } = useGuestActions(page.reload);
  const { query } = address;
  const filtered = isFiltered(query);
  const showWaiting = query.state === 'waiting' ? null : () => address.narrow({ state: 'waiting' });
  return (
    <>
      <WaitingNotice count={page.value?.waitingTotal ?? 0} onShow={showWaiting} />
      <ListFrame
        page={page}
        isEmpty={({ guests }) => guests.length === 0}
        emptyText={translate(filtered ? 'guests.nothingFound' : 'guests.empty')}
        onClear={filtered ? address.clear : null}
        create={onCreate === null ? null : { label: translate('guests.create'), run: onCreate }}
      >
        {({ guests, pagination }) => (
          <>
            <GuestsTable guests={guests} address={address} may={may} onOpen={address.show} onAction={start} />
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {question}
    </>
  );
};
