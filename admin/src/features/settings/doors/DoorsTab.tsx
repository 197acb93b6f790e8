import { passwordPolicyNames } from '../../../../../contract/constants';
import { SwitchField } from '../../../kernel/ui/choices';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { RadioField } from '../../../kernel/ui/choices';
import { OpeningNote } from '../OpeningNote';
import { Section } from '../../../kernel/ui/Section';
import type { SettingsTabProps } from '../tabProps';
import { useSite } from '../site';
import { doorCautions } from './doorCautions';

/** The doors that stand open, and what a password has to be. */
export const DoorsTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const translate = useTranslate();
  const { mayOpen } = useSite();
  const { doors, passwordPolicy } = values;
  return (
    <>
      <OpeningNote tab="doors" issues={verdicts.issues} />
      <Section title={translate('settings.doors')} hint={translate('settings.doors.hint')}>
        {doorCautions(values).map((caution) => (
          <Notice key={caution} tone="warning" role="note">
            {translate(`settings.doors.caution.${caution}`)}
          </Notice>
        ))}
        {(['key', 'password'] as const).map((door) => (
          <SwitchField
            key={door}
            label={translate(`settings.doors.${door}`)}
            hint={translate(doors[door] ? `settings.doors.${door}.hint` : `settings.doors.${door}.off`)}
            checked={doors[door]}
            disabled={!mayOpen && !verdicts.saved.doors[door]}
            onChange={(on) => change('doors', { ...doors, [door]: on })}
          />
        ))}
      </Section>
      <Section title={translate('settings.password')} hint={translate('settings.password.hint')}>
        <RadioField
          label={translate('settings.password')}
          value={passwordPolicy}
          onChange={(policy) => change('passwordPolicy', policy)}
          options={passwordPolicyNames.map((name) => ({
            value: name,
            label: translate(`settings.password.${name}`),
            explanation: translate(`settings.password.${name}.hint`),
          }))}
        />
      </Section>
    </>
  );
};
