import { Grid } from '@strapi/design-system';
import { contactTextFields, type Contact, type ContactTextField } from '../../../../contract/contacts';
import { locales } from '../../../../contract/locales';
import { callApi } from '../../kernel/api';
import { personFault, refusedPerson } from '../../kernel/form/person';
import { useForm, wordsBy } from '../../kernel/form/useForm';
import { useAllowed } from '../../kernel/permissions';
import { useTranslate } from '../../kernel/translate';
import { Cell, SelectField, TextField } from '../../kernel/ui/fields';
import { FormModal } from '../../kernel/ui/FormModal';
import { CompanyField } from './CompanyField';
import { checkContact, contactDraftOf, contactFields } from './contactDraft';

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

/** The form of a new contact (null) or of one that is there. */
const useContactForm = (contact: Contact | null, onSaved: (contact: Contact) => void) =>
  useForm({
    initial: contactDraftOf(contact),
    check: checkContact,
    send: async (body) =>
      onSaved(
        contact === null
          ? await callApi('CreateContact', { body })
          : await callApi('UpdateContact', { params: { contactId: contact.documentId }, body })
      ),
    issuesOf: refusedPerson,
    fields: contactFields,
    wordsOf: wordsBy(personFault),
  });

/** "+ Contact", and the same form for an old contact. Rendered only while open. */
export const ContactDialog = ({ contact, onSaved, onClose }: ContactDialogProps) => {
  const translate = useTranslate();
  const form = useContactForm(contact, onSaved);
  const { may, isLoading } = useAllowed();
  // Whose access it is hangs on these two; where the state is not told, the server says.
  const isHeld = (contact?.accessState ?? 'none') !== 'none' && !isLoading && !may('access.manage');

  const textField = (field: ContactTextField) => (
    <Cell key={field}>
      <TextField
        {...form.field(field)}
        type={inputTypes[field]}
        label={translate(`contacts.${field}`)}
        required={field === 'lastName'}
        hint={isHeld && field === 'email' ? translate('contacts.accessDecides') : undefined}
        disabled={isHeld && field === 'email'}
      />
    </Cell>
  );
  const [names, ways] = [contactTextFields.slice(0, 2), contactTextFields.slice(2)];

  return (
    <FormModal
      title={translate(contact === null ? 'contacts.newTitle' : 'contacts.editTitle')}
      form={form}
      onClose={onClose}
    >
      <Grid.Root gap={4}>
        {names.map(textField)}
        <Cell col={12}>
          <CompanyField {...form.field('company')} isHeld={isHeld} />
        </Cell>
        {ways.map(textField)}
        <Cell>
          <SelectField
            {...form.field('locale')}
            label={translate('contacts.locale')}
            hint={translate('contacts.localeHint')}
            placeholder={translate('contacts.localeNone')}
            options={locales.map((locale) => ({ value: locale, label: translate(`language.${locale}`) }))}
            onClear={() => form.change({ locale: null })}
          />
        </Cell>
      </Grid.Root>
    </FormModal>
  );
};
