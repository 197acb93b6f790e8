import { ComboboxOption, Field } from '@strapi/design-system';
import { fold } from '../../../../contract/fold';
import { FoundCombobox } from '../../kernel/FoundCombobox';
import { useTranslate } from '../../kernel/translate';
import type { ContactDraft } from './contactDraft';
import { useCompanies } from './useCompanies';

interface CompanyFieldProps {
  company: ContactDraft['company'];
  error: string | undefined;
  /** Whether an access hangs on it, which the reader may not decide. */
  isHeld: boolean;
  onChange: (company: ContactDraft['company']) => void;
}

/** As the server compares names: it makes no second company of one. */
const same = (one: string, other: string): boolean => fold(one) === fold(other);

/** The company of a contact: one that exists, or a new name that is created as the contact is saved. */
export const CompanyField = ({ company, error, isHeld, onChange }: CompanyFieldProps) => {
  const translate = useTranslate();
  const { companies, isLoading } = useCompanies(company.name);
  const isNew =
    company.documentId === null &&
    company.name.trim() !== '' &&
    !isLoading &&
    !companies.some(({ name }) => same(name, company.name));

  // Those that were found for an earlier text stay until the new ones are there.
  const offered = companies.filter(({ name }) => fold(name).includes(fold(company.name)));
  const type = (name: string) => {
    const found = companies.find((one) => same(one.name, name));
    onChange({ name, documentId: found?.documentId ?? null });
  };
  const pick = (documentId: string | undefined) => {
    const found = companies.find((one) => one.documentId === documentId);
    if (found !== undefined) onChange({ name: found.name, documentId: found.documentId });
  };

  return (
    <Field.Root
      name="company"
      error={error}
      hint={
        isHeld
          ? translate('contacts.accessDecides')
          : translate(isNew ? 'contacts.companyNew' : 'contacts.companyHint', { name: company.name.trim() })
      }
    >
      <Field.Label>{translate('contacts.company')}</Field.Label>
      <FoundCombobox
        allowCustomValue
        disabled={isHeld}
        placeholder={translate('contacts.companyPlaceholder')}
        maxLength={160}
        textValue={company.name}
        value={company.documentId ?? ''}
        onTextValueChange={type}
        onChange={pick}
        onClear={() => onChange({ name: '', documentId: null })}
        clearLabel={translate('contacts.clearCompany')}
        noOptionsMessage={(name) =>
          isLoading ? translate('loading') : translate('contacts.companyNew', { name: name.trim() })
        }
      >
        {offered.map(({ documentId, name }) => (
          <ComboboxOption key={documentId} value={documentId}>
            {name}
          </ComboboxOption>
        ))}
      </FoundCombobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
