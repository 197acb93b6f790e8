import { passwordPolicyNames } from '../../../../../contract/constants';
import { SwitchField } from '../../../kernel/ui/choices';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { RadioField } from '../../../kernel/ui/choices';
import { OpeningNote } from '../OpeningNote';
import { Section } from '../../../kernel/ui/Section';
import type { SettingsTabProps } from '../tabProps';
import { useSite } from '../site';
import { signInCautions } from './signInCautions';

/** The doors that stand open, and what a password has to be. */
export const SignInTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const translate = useTranslate();
  const { mayOpen } = useSite();
  const { signInMethods, passwordPolicy } = values;
  return (
    <>
      <OpeningNote tab="signIn" issues={verdicts.issues} />
      <Section title={translate('settings.signInMethods')} hint={translate('settings.signInMethods.hint')}>
        {signInCautions(values).map((caution) => (
          <Notice key={caution} tone="warning" role="note">
            {translate(`settings.signInMethods.caution.${caution}`)}
          </Notice>
        ))}
        {(['key', 'password'] as const).map((door) => (
          <SwitchField
            key={door}
            label={translate(`settings.signInMethods.${door}`)}
            hint={translate(
              signInMethods[door] ? `settings.signInMethods.${door}.hint` : `settings.signInMethods.${door}.off`
            )}
            checked={signInMethods[door]}
            disabled={!mayOpen && !verdicts.saved.signInMethods[door]}
            onChange={(on) => change('signInMethods', { ...signInMethods, [door]: on })}
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
