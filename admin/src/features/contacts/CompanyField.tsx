import { fold } from '../../../../contract/fold';
import { useTranslate } from '../../kernel/translate';
import { ComboboxField } from '../../kernel/ui/Combobox';
import type { ContactDraft } from './contactDraft';
import { useCompanies } from './useCompanies';

interface CompanyFieldProps {
  value: ContactDraft['company'];
  error: string | undefined;
  /** Whether an access hangs on it, which the reader may not decide. */
  isHeld: boolean;
  /** What is said of it where it is neither new nor held. */
  hint?: string;
  onChange: (company: ContactDraft['company']) => void;
}

/** As the server compares names: it makes no second company of one. */
const same = (one: string, other: string): boolean => fold(one) === fold(other);

/** The company of a contact: one that exists, or a new name that is created as the contact is saved. */
export const CompanyField = ({ value: company, error, isHeld, hint, onChange }: CompanyFieldProps) => {
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
    <ComboboxField
      name="company"
      label={translate('contacts.company')}
      error={error}
      hint={
        isHeld
          ? translate('contacts.accessDecides')
          : isNew
            ? translate('contacts.companyNew', { name: company.name.trim() })
            : (hint ?? translate('contacts.companyHint'))
      }
      isFound
      allowCustomValue
      disabled={isHeld}
      placeholder={translate('contacts.companyPlaceholder')}
      maxLength={160}
      options={offered.map(({ documentId, name }) => ({ value: documentId, label: name }))}
      textValue={company.name}
      value={company.documentId ?? ''}
      onTextValueChange={type}
      onChange={pick}
      onClear={() => onChange({ name: '', documentId: null })}
      clearLabel={translate('contacts.clearCompany')}
      noOptionsMessage={(name) =>
        isLoading ? translate('loading') : translate('contacts.companyNew', { name: name.trim() })
      }
    />
  );
};
