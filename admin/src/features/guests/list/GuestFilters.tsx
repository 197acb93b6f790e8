import { guestStates } from '../../../../../contract/contact-access';
import { guestAbsences, guestOrigins, keyTerms } from '../../../../../contract/guests';
import type { Permission } from '../../../../../contract/routes';
import type { Option } from '../../../kernel/dual-list';
import { FilterSelect } from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { CompanyFilter } from '../../contacts';
import type { GuestsFilter } from './query';

interface GuestFiltersProps {
  filter: GuestsFilter;
  accessTypes: readonly Option[];
  may: (permission: Permission) => boolean;
  onNarrow: (filter: Partial<GuestsFilter>) => void;
}

/** What the list of guests can be narrowed by; what asks for what somebody holds, for those who may see that. */
export const GuestFilters = ({ filter, accessTypes, may, onNarrow }: GuestFiltersProps) => {
  const translate = useTranslate();
  const seesAccess = may('access.read');
  return (
    <>
      <FilterSelect
        label={translate('guests.state')}
        values={guestStates}
        value={filter.state}
        nameOf={(state) => translate(`access.state.${state}`)}
        onChange={(state) => onNarrow({ state })}
      />
      {seesAccess && (
        <FilterSelect
          label={translate('guests.access')}
          values={accessTypes.map(({ id }) => id)}
          value={filter.accessType}
          nameOf={(key) => accessTypes.find(({ id }) => id === key)?.label ?? key}
          onChange={(accessType) => onNarrow({ accessType })}
        />
      )}
      {seesAccess && (
        <FilterSelect
          label={translate('guests.keyTerm')}
          values={keyTerms}
          value={filter.keyTerm}
          nameOf={(term) => translate(`guests.keyTerm.${term}`)}
          onChange={(keyTerm) => onNarrow({ keyTerm })}
        />
      )}
      <FilterSelect
        label={translate('guests.absence')}
        values={guestAbsences}
        value={filter.absence}
        nameOf={(absence) => translate(`guests.absence.${absence}`)}
        onChange={(absence) => onNarrow({ absence })}
      />
      <FilterSelect
        label={translate('guests.origin')}
        values={guestOrigins}
        value={filter.origin}
        nameOf={(origin) => translate(`guests.origin.${origin}`)}
        onChange={(origin) => onNarrow({ origin })}
      />
      {seesAccess && may('contacts.read') && (
        <CompanyFilter companyId={filter.companyId} onChange={(companyId) => onNarrow({ companyId })} />
      )}
    </>
  );
};
