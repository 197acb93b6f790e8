import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import type { Permission } from '../../../../../contract/routes';
import type { AdminGuest } from '../../../../../contract/guests';
import { ApiError } from '../../../kernel/api';
import { useErrorMessage } from '../../../kernel/errors';
import { Notice } from '../../../kernel/Notice';
import { useTranslate } from '../../../kernel/translate';
import { WindowPart } from '../../../kernel/Window';
import { AccessFields } from './AccessFields';
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
  /** Takes the guest as another editor left him; null for a new one. */
  onReload: (() => void) | null;
  onSaved: (guest: AdminGuest, invited: boolean) => void;
  onClose: () => void;
}

type Created = { guest: AdminGuest; draft: GuestDraft };

/** The form and its buttons; after a guest was created with a temporary password, that password. */
export const GuestForm = ({ guest, may, onReload, onSaved, onClose }: GuestFormProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const formId = React.useId();
  const [created, setCreated] = React.useState<Created | null>(null);
  const isNew = guest === null;
  const form = useGuestForm(guest, (saved, draft) => {
    const hasPassword = isNew && draft.temporaryPassword !== '';
    onSaved(saved, isNew && draft.invite && !hasPassword);
    if (hasPassword) setCreated({ guest: saved, draft });
    else onClose();
  });
  const maySave = may(isNew ? 'guests.create' : 'guests.update');
  const disabled = !maySave || form.isSaving;
  const isConflict = form.error instanceof ApiError && form.error.code === 'conflict';
  const fields = React.useRef<HTMLFormElement>(null);
  // The first field that is wrong may stand outside of the window's sight.
  React.useEffect(() => {
    fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [form.refusals]);

  return (
    <WindowPart
      isDirty={created === null && maySave && form.isDirty}
      footer={(close) => (
        <>
          <Button type="button" variant="tertiary" onClick={close}>
            {translate(created === null && maySave ? 'action.cancel' : 'action.close')}
          </Button>
          {created === null && maySave && (
            <Button type="submit" form={formId} loading={form.isSaving}>
              {translate('action.save')}
            </Button>
          )}
        </>
      )}
    >
      {created !== null ? (
        <CreatedNotice
          guest={created.guest}
          invited={created.draft.invite}
          password={created.draft.temporaryPassword}
        />
      ) : (
        <form
          id={formId}
          ref={fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save();
          }}
        >
          {form.error !== null && (
            <Notice
              text={isConflict ? translate('guests.conflict') : errorMessage(form.error)}
              action={isConflict && onReload !== null ? { label: translate('action.reload'), run: onReload } : null}
            />
          )}
          <Flex direction="column" alignItems="stretch" gap={6}>
            {guest !== null && <GuestFacts guest={guest} />}
            <IdentityFields
              form={form}
              isNew={isNew}
              fixedLogin={guest?.login ?? null}
              mayPropose={may('guests.create')}
              mayMove={isNew || !maySave || may('access.manage')}
              disabled={disabled}
            />
            {isNew && <EntranceFields form={form} mayGivePassword={may('keys.issue')} disabled={disabled} />}
            <ProfileFields form={form} disabled={disabled} />
            <AccessFields form={form} may={may} disabled={disabled} />
          </Flex>
        </form>
      )}
    </WindowPart>
  );
};
