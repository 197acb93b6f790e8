import { Flex, SingleSelect, SingleSelectOption, TextButton } from '@strapi/design-system';
import { accessStates, type AccessState } from '../../../../contract/access';
import type { Company } from '../../../../contract/contacts';
import { useTranslate } from '../../kernel/translate';
import { CompanyFilter } from './CompanyFilter';
import { isFiltered, type ContactsFilter } from './query';

interface ContactsFiltersProps {
  filter: ContactsFilter;
  /** The company of the filter, where its name is known from a row. */
  company: Company | null;
  /** Whether the state of the access may be filtered by: the reader sees accesses, and guests are on. */
  withAccess: boolean;
  onNarrow: (filter: Partial<ContactsFilter>) => void;
  onClear: () => void;
}

const asState = (value: string | number): AccessState | undefined => accessStates.find((state) => state === value);

/** The filters beside the search box: company, state of the access, with or without an address. */
export const ContactsFilters = ({ filter, company, withAccess, onNarrow, onClear }: ContactsFiltersProps) => {
  const translate = useTranslate();
  return (
    <Flex gap={2} wrap="wrap">
      <CompanyFilter
        companyId={filter.company}
        known={company}
        onChange={(companyId) => onNarrow({ company: companyId })}
      />
      {withAccess && (
        <SingleSelect
          size="S"
          aria-label={translate('contacts.filterAccess')}
          placeholder={translate('contacts.filterAccess')}
          value={filter.access ?? null}
          onChange={(value) => onNarrow({ access: asState(value) })}
          onClear={() => onNarrow({ access: undefined })}
          clearLabel={translate('list.clearFilter')}
        >
          {accessStates.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {translate(`access.state.${state}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      <SingleSelect
        size="S"
        aria-label={translate('contacts.filterEmail')}
        placeholder={translate('contacts.filterEmail')}
        value={filter.hasEmail === undefined ? null : String(filter.hasEmail)}
        onChange={(value) => onNarrow({ hasEmail: value === 'true' })}
        onClear={() => onNarrow({ hasEmail: undefined })}
        clearLabel={translate('list.clearFilter')}
      >
        <SingleSelectOption value="true">{translate('contacts.withEmail')}</SingleSelectOption>
        <SingleSelectOption value="false">{translate('contacts.withoutEmail')}</SingleSelectOption>
      </SingleSelect>
      {isFiltered(filter) && <TextButton onClick={onClear}>{translate('list.clearFilters')}</TextButton>}
    </Flex>
  );
};
