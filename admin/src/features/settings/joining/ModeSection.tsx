import * as React from 'react';
import { joiningModes, type JoiningMode } from '../../../../../contract';
import { Switched } from '../../../kernel/Switched';
import { useTranslate } from '../../../kernel/translate';
import { Caution } from '../parts/Caution';
import { Choice } from '../parts/Choice';
import { Question } from '../parts/Question';
import { Section } from '../parts/Section';
import { useSite } from '../site';
import { isCautioned, isUnheard } from './cautions';
import type { JoiningPart } from './joiningPart';

/** Nobody, listed domains or everybody; and what one becomes. "Everybody" is asked twice. */
export const ModeSection = ({ joining, verdicts, onChange }: JoiningPart) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const [isAsking, setAsking] = React.useState(false);
  const { mode, addAs, approval } = joining;
  const choose = (chosen: JoiningMode) => (chosen === 'any' ? setAsking(true) : onChange({ mode: chosen }));
  const approvalHint = () => {
    if (addAs === 'contact') return 'settings.joining.approval.needs-guest';
    return approval ? 'settings.joining.approval.hint' : 'settings.joining.approval.off';
  };
  return (
    <Section title={translate('settings.joining')} hint={translate('settings.joining.hint')}>
      {mode !== 'nobody' && isCautioned(verdicts.cautions, 'unencrypted-mail') && (
        <Caution text={translate('settings.caution.unencrypted-mail')} />
      )}
      {mode === 'domains' && joining.domains.length === 0 && <Caution text={translate('settings.joining.no-domain')} />}
      <Choice
        label={translate('settings.joining')}
        value={mode}
        disabled={!mayEdit}
        onChange={choose}
        options={joiningModes.map((one) => ({
          value: one,
          label: translate(`settings.joining.${one}`),
          explanation: translate(`settings.joining.${one}.hint`),
        }))}
      />
      <Switched
        label={translate('settings.joining.add-as')}
        hint={translate(addAs === 'guest' ? 'settings.joining.add-as.guest' : 'settings.joining.add-as.contact')}
        checked={addAs === 'guest'}
        disabled={!mayEdit}
        onChange={(on) => onChange({ addAs: on ? 'guest' : 'contact' })}
      />
      <Switched
        label={translate('settings.joining.approval')}
        hint={translate(approvalHint())}
        checked={approval && addAs === 'guest'}
        disabled={!mayEdit || addAs === 'contact'}
        onChange={(on) => onChange({ approval: on })}
      />
      {isUnheard(joining) && <Caution text={translate('settings.joining.unheard')} />}
      {isAsking && (
        <Question
          title={translate('settings.joining.any.title')}
          confirmLabel={translate('settings.joining.any.confirm')}
          onConfirm={() => {
            onChange({ mode: 'any' });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          {translate('settings.joining.any.question')}
        </Question>
      )}
    </Section>
  );
};
