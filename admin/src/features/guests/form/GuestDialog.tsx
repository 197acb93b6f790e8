import type { Permission } from '../../../../../contract/routes';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { Modal, ModalPart } from '../../../kernel/ui/FormModal';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useData } from '../../../kernel/useData';
import { GuestForm } from './GuestForm';

interface GuestDialogProps {
  /** Null for a new guest. */
  guestId: string | null;
  may: (permission: Permission) => boolean;
  /** `invited`: an invitation is on its way to them, and nothing of it was said yet. */
  onSaved: (guest: AdminGuest, invited: boolean) => void;
  onClose: () => void;
}

const OldGuest = ({ guestId, ...dialog }: GuestDialogProps & { guestId: string }) => {
  const guest = useData('GetGuest', { params: { guestId } });
  if (guest.value === null) {
    return (
      <ModalPart>
        <LoadedView loaded={guest}>{() => null}</LoadedView>
      </ModalPart>
    );
  }
  return <GuestForm key={guest.value.version} guest={guest.value} onReload={guest.reload} {...dialog} />;
};

/** "Créer un nouvel invité" (P1), and the same form for a guest who is there. Rendered only while open. */
export const GuestDialog = ({ guestId, ...dialog }: GuestDialogProps) => {
  const translate = useTranslate();
  return (
    <Modal title={translate(guestId === null ? 'guests.createTitle' : 'guests.editTitle')} onClose={dialog.onClose}>
      {guestId === null ? (
        <GuestForm guest={null} onReload={null} {...dialog} />
      ) : (
        <OldGuest guestId={guestId} {...dialog} />
      )}
    </Modal>
  );
};
