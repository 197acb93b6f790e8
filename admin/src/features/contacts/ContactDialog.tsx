import * as React from 'react';
import { Button, Field, Grid, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { contactTextFields, type Contact, type ContactTextField } from '../../../../contract/contacts';
import { locales } from '../../../../contract/locales';
import { Confirm } from '../../kernel/Confirm';
import { useErrorMessage } from '../../kernel/errors';
import { Notice } from '../../kernel/Notice';
import { useAllowed } from '../../kernel/permissions';
import { useTranslate } from '../../kernel/translate';
import { useFocusReturn } from '../../kernel/useFocusReturn';
import { CompanyField } from './CompanyField';
import { useContactForm } from './useContactForm';

interface ContactDialogProps {
  /** Null for a new contact. */
  contact: Contact | null;
  onSaved: (contact: Contact) => void;
  onClose: () => void;
}

const inputTypes: Record<ContactTextField, string> = {
  lastName: 'text',
  firstName: 'text',
  email: 'email',
  phone: 'tel',
  directLine: 'tel',
  mobile: 'tel',
};

/** "+ Contact", and the same form for an old contact. Rendered only while open. */
export const ContactDialog = ({ contact, onSaved, onClose }: ContactDialogProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const errorMessage = useErrorMessage();
  const form = useContactForm(contact, onSaved);
  const [isLeaving, setLeaving] = React.useState(false);
  const { draft, faults, change } = form;
  const { may, isLoading } = useAllowed();
  // Whose access it is hangs on these two; where the state is not told, the server says.
  const isHeld = (contact?.accessState ?? 'none') !== 'none' && !isLoading && !may('access.manage');
  const close = () => (form.isDirty ? setLeaving(true) : onClose());
  const fault = (field: keyof typeof draft) => {
    const key = faults[field];
    return key === undefined ? undefined : translate(key);
  };

  const textField = (field: ContactTextField) => (
    <Grid.Item key={field} col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root
        name={field}
        error={fault(field)}
        required={field === 'lastName'}
        hint={isHeld && field === 'email' ? translate('contacts.accessDecides') : undefined}
      >
        <Field.Label>{translate(`contacts.${field}`)}</Field.Label>
        <Field.Input
          type={inputTypes[field]}
          autoComplete="off"
          value={draft[field]}
          disabled={isHeld && field === 'email'}
          onChange={(event) => change(field, event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
  const [names, ways] = [contactTextFields.slice(0, 2), contactTextFields.slice(2)];

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save();
          }}
        >
          <Modal.Header closeLabel={translate('action.close')}>
            <Modal.Title>{translate(contact === null ? 'contacts.newTitle' : 'contacts.editTitle')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            {form.error !== null && <Notice text={errorMessage(form.error)} />}
            <Grid.Root gap={4}>
              {names.map(textField)}
              <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
                <CompanyField
                  company={draft.company}
                  error={fault('company')}
                  isHeld={isHeld}
                  onChange={(company) => change('company', company)}
                />
              </Grid.Item>
              {ways.map(textField)}
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root name="locale" hint={translate('contacts.localeHint')}>
                  <Field.Label>{translate('contacts.locale')}</Field.Label>
                  <SingleSelect
                    placeholder={translate('contacts.localeNone')}
                    value={draft.locale}
                    onChange={(value) => change('locale', locales.find((locale) => locale === value) ?? null)}
                    onClear={() => change('locale', null)}
                    clearLabel={translate('contacts.clearLocale')}
                  >
                    {locales.map((locale) => (
                      <SingleSelectOption key={locale} value={locale}>
                        {translate(`language.${locale}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <Field.Hint />
                </Field.Root>
              </Grid.Item>
            </Grid.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {translate('action.cancel')}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {translate('action.save')}
            </Button>
          </Modal.Footer>
        </form>
        <Confirm
          open={isLeaving}
          title={translate('access.leaveTitle')}
          confirmLabel={translate('access.leave')}
          onClose={() => setLeaving(false)}
          onConfirm={onClose}
        >
          {translate('contacts.leaveQuestion')}
        </Confirm>
      </Modal.Content>
    </Modal.Root>
  );
};
