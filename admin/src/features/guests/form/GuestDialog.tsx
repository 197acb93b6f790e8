import * as React from 'react';
import { Button, Flex, Loader } from '@strapi/design-system';
import type { Permission } from '../../../../../contract/endpoint';
import { GetGuest, type AdminGuest } from '../../../../../contract/guests';
import { callApi } from '../../../kernel/api';
import { useErrorMessage } from '../../../kernel/errors';
import { useLoaded } from '../../../kernel/loaded';
import { Notice } from '../../../kernel/Notice';
import { useTranslate } from '../../../kernel/translate';
import { Window } from '../../../kernel/Window';
import { GuestFormWindow } from './GuestFormWindow';

interface GuestDialogProps {
  /** Null for a new guest. */
  guestId: string | null;
  may: (permission: Permission) => boolean;
  /** `invited`: an invitation is on its way to him. */
  onSaved: (guest: AdminGuest, invited: boolean) => void;
  onClose: () => void;
}

const OldGuestDialog = ({ guestId, ...dialog }: GuestDialogProps & { guestId: string }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const load = React.useCallback(
    (signal: AbortSignal) => callApi(GetGuest, { params: { guestId }, signal }),
    [guestId]
  );
  const { value: guest, error, reload } = useLoaded(load);
  if (guest !== null) return <GuestFormWindow key={guest.version} guest={guest} onReload={reload} {...dialog} />;
  return (
    <Window
      title={translate('guests.editTitle')}
      onClose={dialog.onClose}
      footer={(close) => (
        <Button type="button" variant="tertiary" onClick={close}>
          {translate('action.close')}
        </Button>
      )}
    >
      {error === null ? (
        <Flex justifyContent="center" padding={8}>
          <Loader>{translate('loading')}</Loader>
        </Flex>
      ) : (
        <Notice text={errorMessage(error)} action={{ label: translate('action.reload'), run: reload }} />
      )}
    </Window>
  );
};

/** "Créer nouveau invité" (P1), and the same form for a guest who is there. Rendered only while open. */
export const GuestDialog = ({ guestId, ...dialog }: GuestDialogProps) =>
  guestId === null ? (
    <GuestFormWindow guest={null} onReload={null} {...dialog} />
  ) : (
    <OldGuestDialog guestId={guestId} {...dialog} />
  );
