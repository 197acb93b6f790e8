import * as React from 'react';
import { LookUp } from '../../../kernel/LookUp';
import { timeZones } from '../../../kernel/timeZones';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../parts/Section';
import { useSite } from '../site';

interface Props {
  value: string | null;
  error: string | undefined;
  onChange: (timeZone: string | null) => void;
}

/** In which times are shown to guests who have not said where they are. */
export const TimeZoneSection = ({ value, error, onChange }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const zones = React.useMemo(timeZones, []);
  return (
    <Section title={translate('settings.time')} hint={translate('settings.time.hint')}>
      <LookUp
        name="timeZone"
        label="guests.timeZone"
        hint={translate('settings.time.zone.hint')}
        error={error}
        options={zones}
        value={value}
        disabled={!mayEdit}
        onChange={onChange}
      />
    </Section>
  );
};
