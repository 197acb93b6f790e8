import * as React from 'react';
import type { Permission } from '../../../../../contract/routes';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { FormPart, ModalPart } from '../../../kernel/ui/FormModal';
import { GrantsSection, ReachFields } from '../../contact-access';
import { CreatedNotice } from './CreatedNotice';
import type { GuestDraft } from './draft';
import { EntranceFields } from './EntranceFields';
import { GuestFacts } from './GuestFacts';
import { IdentityFields } from './IdentityFields';
import { ProfileFields } from './ProfileFields';
import { useGuestForm } from './useGuestForm';

interface GuestFormProps {
  guest: AdminGuest | null;
  may: (permission: Permission) => boolean;
  /** Takes the guest as another editor left them; null for a new one. */
  onReload: (() => void) | null;
  onSaved: (guest: AdminGuest, invited: boolean) => void;
  onClose: () => void;
}

type Created = { guest: AdminGuest; draft: GuestDraft };

/** The form and its buttons; after a guest was created with a temporary password, that password. */
export const GuestForm = ({ guest, may, onReload, onSaved, onClose }: GuestFormProps) => {
  const translate = useTranslate();
  const [created, setCreated] = React.useState<Created | null>(null);
  const isNew = guest === null;
  const form = useGuestForm(guest, (saved, draft) => {
    const hasPassword = isNew && draft.temporaryPassword !== '';
    onSaved(saved, isNew && draft.invite && !hasPassword);
    if (hasPassword) setCreated({ guest: saved, draft });
    else onClose();
  });
  const { values, change } = form;
  const maySave = may(isNew ? 'guests.create' : 'guests.update');
  const mayGrant = may('access.manage');

  if (created !== null) {
    const { invite, temporaryPassword } = created.draft;
    return (
      <ModalPart>
        <CreatedNotice guest={created.guest} invited={invite} password={temporaryPassword} />
      </ModalPart>
    );
  }
  return (
    <FormPart
      form={form}
      isEditable={maySave}
      conflict={onReload && { text: translate('guests.conflict'), reload: onReload }}
    >
      {guest !== null && <GuestFacts guest={guest} />}
      <IdentityFields
        form={form}
        isNew={isNew}
        fixedLogin={guest?.login ?? null}
        mayPropose={may('guests.create')}
        mayPlace={mayGrant}
        mayMove={isNew || !maySave || mayGrant}
      />
      {isNew && <EntranceFields form={form} mayGivePassword={may('keys.issue')} />}
      <ProfileFields form={form} />
      {values.seesAccess && (
        <ReachFields
          contact={null}
          draft={values}
          maySearch={may('contacts.read')}
          disabled={!mayGrant}
          onChange={change}
        />
      )}
      {values.seesAccess && may('access.read') && (
        <GrantsSection draft={values} onChange={change} disabled={!mayGrant} />
      )}
    </FormPart>
  );
};
