import * as React from 'react';
import type { Permission } from '../../../../../contract/routes';
import type { AdminGuest } from '../../../../../contract/guests';
import { callApi } from '../../../kernel/api';
import { useLoaded } from '../../../kernel/loaded';
import { LoadingPart } from '../../../kernel/LoadingPart';
import { useTranslate } from '../../../kernel/translate';
import { Window } from '../../../kernel/Window';
import { GuestForm } from './GuestForm';

interface GuestDialogProps {
  /** Null for a new guest. */
  guestId: string | null;
  may: (permission: Permission) => boolean;
  /** `invited`: an invitation is on its way to him, and nothing of it was said yet. */
  onSaved: (guest: AdminGuest, invited: boolean) => void;
  onClose: () => void;
}

const OldGuest = ({ guestId, ...dialog }: GuestDialogProps & { guestId: string }) => {
  const guest = useLoaded(
    React.useCallback((signal: AbortSignal) => callApi('GetGuest', { params: { guestId }, signal }), [guestId])
  );
  if (guest.value === null) return <LoadingPart loaded={guest}>{() => null}</LoadingPart>;
  return <GuestForm key={guest.value.version} guest={guest.value} onReload={guest.reload} {...dialog} />;
};

/** "Créer un nouvel invité" (P1), and the same form for a guest who is there. Rendered only while open. */
export const GuestDialog = ({ guestId, ...dialog }: GuestDialogProps) => {
  const translate = useTranslate();
  return (
    <Window title={translate(guestId === null ? 'guests.createTitle' : 'guests.editTitle')} onClose={dialog.onClose}>
      {guestId === null ? (
        <GuestForm guest={null} onReload={null} {...dialog} />
      ) : (
        <OldGuest guestId={guestId} {...dialog} />
      )}
    </Window>
  );
};
