import * as React from 'react';
import { timeZones } from '../../../kernel/timeZones';
import { useTranslate } from '../../../kernel/translate';
import { LookUpField } from '../../../kernel/ui/Combobox';
import { Section } from '../../../kernel/ui/Section';

interface Props {
  value: string | null;
  error: string | undefined;
  onChange: (timeZone: string | null) => void;
}

/** In which times are shown to guests who have not said where they are. */
export const TimeZoneSection = ({ value, error, onChange }: Props) => {
  const translate = useTranslate();
  const zones = React.useMemo(timeZones, []);
  return (
    <Section title={translate('settings.time')} hint={translate('settings.time.hint')}>
      <LookUpField
        name="timeZone"
        label={translate('guests.timeZone')}
        hint={translate('settings.time.zone.hint')}
        error={error}
        options={zones}
        value={value}
        onChange={onChange}
      />
    </Section>
  );
};
