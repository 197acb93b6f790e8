import { Flex, SingleSelect, SingleSelectOption, TextButton } from '@strapi/design-system';
import { guestStates } from '../../../../contract/access';
import { guestOrigins } from '../../../../contract/guests';
import { useTranslate } from '../../kernel/translate';
import { isFiltered } from './query';
import type { GuestsAddress } from './useGuestsQuery';

interface ChoiceProps<Value extends string> {
  label: string;
  values: readonly Value[];
  value: Value | undefined;
  nameOf: (value: Value) => string;
  onChange: (value: Value | undefined) => void;
}

const Choice = <Value extends string>({ label, values, value, nameOf, onChange }: ChoiceProps<Value>) => {
  const translate = useTranslate();
  return (
    <SingleSelect
      size="S"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(chosen) => onChange(values.find((one) => one === chosen))}
      onClear={() => onChange(undefined)}
      clearLabel={translate('list.clearFilter')}
    >
      {values.map((one) => (
        <SingleSelectOption key={one} value={one}>
          {nameOf(one)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

/** The filters beside the search box: how a guest stands, and how he became one. */
export const GuestsFilters = ({ query, narrow, clear }: GuestsAddress) => {
  const translate = useTranslate();
  return (
    <Flex gap={2} wrap="wrap">
      <Choice
        label={translate('guests.state')}
        values={guestStates}
        value={query.state}
        nameOf={(state) => translate(`access.state.${state}`)}
        onChange={(state) => narrow({ state })}
      />
      <Choice
        label={translate('guests.origin')}
        values={guestOrigins}
        value={query.origin}
        nameOf={(origin) => translate(`guests.origin.${origin}`)}
        onChange={(origin) => narrow({ origin })}
      />
      {isFiltered(query) && <TextButton onClick={clear}>{translate('list.clearFilters')}</TextButton>}
    </Flex>
  );
};
