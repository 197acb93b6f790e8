import * as React from 'react';
import { useTranslate } from '../../kernel/translate';
import { Combobox } from '../../kernel/ui/Combobox';
import { useData } from '../../kernel/useData';
import { useCompanies } from './useCompanies';

interface CompanyFilterProps {
  companyId: string | undefined;
  onChange: (companyId: string | undefined) => void;
}

/** Narrows the list to one company, found by typing. */
export const CompanyFilter = ({ companyId, onChange }: CompanyFilterProps) => {
  const translate = useTranslate();
  const [typed, setTyped] = React.useState('');
  const { companies, isLoading } = useCompanies(typed);
  const chosen = useData('ListCompanies', companyId === undefined ? null : { query: { companyId } });
  const known = chosen.value?.companies[0] ?? null;
  const missing = known !== null && !companies.some(({ documentId }) => documentId === known.documentId);
  const options = missing ? [known, ...companies] : companies;
  return (
    <Combobox
      isFound
      options={options.map(({ documentId, name }) => ({ value: documentId, label: name }))}
      size="S"
      aria-label={translate('contacts.filterCompany')}
      placeholder={translate('contacts.filterCompany')}
      value={companyId ?? ''}
      onChange={(value) => onChange(value === undefined || value === '' ? undefined : value)}
      onInputChange={(event) => setTyped(event.target.value)}
      onClear={() => {
        setTyped('');
        onChange(undefined);
      }}
      clearLabel={translate('list.clearFilter')}
      // Not `loading`: while it is set the design system forgets which options there are, and then says "none" under them.
      noOptionsMessage={() => translate(isLoading ? 'loading' : 'contacts.noCompany')}
    />
  );
};
