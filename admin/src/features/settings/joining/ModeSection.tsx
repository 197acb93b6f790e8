import * as React from 'react';
import { joiningModes, type JoiningMode } from '../../../../../contract';
import { SwitchField } from '../../../kernel/ui/choices';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { RadioField } from '../../../kernel/ui/choices';
import { ConfirmDialog } from '../../../kernel/ui/ConfirmDialog';
import { Section } from '../../../kernel/ui/Section';
import { isCautioned, isUnheard } from './cautions';
import type { JoiningSectionProps } from '../tabProps';

/** Nobody, listed domains or everybody; and what one becomes. "Everybody" is asked twice. */
export const ModeSection = ({ joining, verdicts, onChange }: JoiningSectionProps) => {
  const translate = useTranslate();
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
        <Notice tone="warning" role="note">
          {translate('settings.caution.unencrypted-mail')}
        </Notice>
      )}
      {mode === 'domains' && joining.domains.length === 0 && (
        <Notice tone="warning" role="note">
          {translate('settings.joining.no-domain')}
        </Notice>
      )}
      <RadioField
        label={translate('settings.joining')}
        value={mode}
        onChange={choose}
        options={joiningModes.map((one) => ({
          value: one,
          label: translate(`settings.joining.${one}`),
          explanation: translate(`settings.joining.${one}.hint`),
        }))}
      />
      <SwitchField
        label={translate('settings.joining.add-as')}
        hint={translate(addAs === 'guest' ? 'settings.joining.add-as.guest' : 'settings.joining.add-as.contact')}
        checked={addAs === 'guest'}
        onChange={(on) => onChange({ addAs: on ? 'guest' : 'contact' })}
      />
      <SwitchField
        label={translate('settings.joining.approval')}
        hint={translate(approvalHint())}
        checked={approval && addAs === 'guest'}
        disabled={addAs === 'contact'}
        onChange={(on) => onChange({ approval: on })}
      />
      {isUnheard(joining) && (
        <Notice tone="warning" role="note">
          {translate('settings.joining.unheard')}
        </Notice>
      )}
      {isAsking && (
        <ConfirmDialog
          title={translate('settings.joining.any.title')}
          confirmLabel={translate('settings.joining.any.confirm')}
          onConfirm={() => onChange({ mode: 'any' })}
          onClose={() => setAsking(false)}
        >
          {translate('settings.joining.any.question')}
        </ConfirmDialog>
      )}
    </Section>
  );
};
