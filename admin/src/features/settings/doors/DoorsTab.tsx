import { passwordPolicyNames } from '../../../../../contract/constants';
import { Switched } from '../../../kernel/Switched';
import { useTranslate } from '../../../kernel/translate';
import { Caution } from '../parts/Caution';
import { Choice } from '../parts/Choice';
import { OpeningNote } from '../parts/OpeningNote';
import { Section } from '../parts/Section';
import type { Part } from '../part';
import { useSite } from '../site';
import { doorCautions } from './doorCautions';

/** The doors that stand open, and what a password has to be. */
export const DoorsTab = ({ values, change, verdicts }: Part) => {
  const translate = useTranslate();
  const { mayEdit, mayOpen } = useSite();
  const { doors, passwordPolicy } = values;
  return (
    <>
      <OpeningNote tab="doors" issues={verdicts.issues} />
      <Section title={translate('settings.doors')} hint={translate('settings.doors.hint')}>
        {doorCautions(values).map((caution) => (
          <Caution key={caution} text={translate(`settings.doors.caution.${caution}`)} />
        ))}
        {(['key', 'password'] as const).map((door) => (
          <Switched
            key={door}
            label={translate(`settings.doors.${door}`)}
            hint={translate(doors[door] ? `settings.doors.${door}.hint` : `settings.doors.${door}.off`)}
            checked={doors[door]}
            disabled={!mayEdit || (!mayOpen && !verdicts.saved.doors[door])}
            onChange={(on) => change('doors', { ...doors, [door]: on })}
          />
        ))}
      </Section>
      <Section title={translate('settings.password')} hint={translate('settings.password.hint')}>
        <Choice
          label={translate('settings.password')}
          value={passwordPolicy}
          disabled={!mayEdit}
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
