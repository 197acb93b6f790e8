import { keptAddresses, trailDays } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { RadioField, SwitchField } from '../../../kernel/ui/choices';
import { NumberField } from '../../../kernel/ui/fields';
import { Section } from '../../../kernel/ui/Section';
import type { SettingsTabProps } from '../tabProps';
import { useIssueTexts } from '../words';

/** What the guest access trail keeps, and for how long. */
export const TrailTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const translate = useTranslate();
  const errorOf = useIssueTexts(verdicts.issues);
  const { trail } = values;
  return (
    <>
      <Section title={translate('trail.title')} hint={translate('settings.trail.hint')}>
        <NumberField
          name="trail.days"
          label={translate('settings.trail.days')}
          hint={translate('settings.trail.days.hint', { min: trailDays.min, max: trailDays.max })}
          error={errorOf('trail.days')}
          required
          value={trail.days}
          onChange={(days) => change('trail', { ...trail, days: days ?? 0 })}
        />
        <SwitchField
          label={translate('settings.trail.views')}
          hint={translate('settings.trail.views.hint')}
          checked={trail.views}
          onChange={(views) => change('trail', { ...trail, views })}
        />
      </Section>
      <Section title={translate('settings.trail.addresses')} hint={translate('settings.trail.addresses.hint')}>
        <RadioField
          label={translate('settings.trail.addresses')}
          value={trail.addresses}
          onChange={(addresses) => change('trail', { ...trail, addresses })}
          options={keptAddresses.map((value) => ({
            value,
            label: translate(`settings.trail.addresses.${value}`),
            explanation: translate(`settings.trail.addresses.${value}.hint`),
          }))}
        />
      </Section>
    </>
  );
};
