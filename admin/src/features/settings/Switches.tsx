import * as React from 'react';
import { SwitchField } from '../../kernel/ui/choices';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { Section } from '../../kernel/ui/Section';

interface Props {
  contacts: boolean;
  guests: boolean;
  onContacts: (on: boolean) => void;
  onGuests: (on: boolean) => void;
}

const guestsHint = (contacts: boolean, guests: boolean) => {
  if (!contacts) return 'settings.switches.guests.needs-contacts';
  return guests ? 'settings.switches.guests.hint' : 'settings.switches.guests.off';
};

/** The two switches. Guests need contacts, so switching contacts off takes guests along, after a question. */
export const Switches = ({ contacts, guests, onContacts, onGuests }: Props) => {
  const translate = useTranslate();
  const [isAsking, setAsking] = React.useState(false);
  const switchOff = () => {
    onContacts(false);
    onGuests(false);
  };
  return (
    <Section title={translate('settings.switches')} hint={translate('settings.switches.hint')}>
      <SwitchField
        label={translate('settings.switches.contacts')}
        hint={translate(contacts ? 'settings.switches.contacts.hint' : 'settings.switches.contacts.off')}
        checked={contacts}
        onChange={(on) => (on ? onContacts(true) : setAsking(true))}
      />
      <SwitchField
        label={translate('settings.switches.guests')}
        hint={translate(guestsHint(contacts, guests))}
        checked={guests}
        disabled={!contacts}
        onChange={onGuests}
      />
      {isAsking && (
        <ConfirmDialog
          confirmLabel={translate('settings.switch-off.confirm')}
          title={translate('settings.switch-off.title')}
          onConfirm={switchOff}
          onClose={() => setAsking(false)}
        >
          {translate(guests ? 'settings.switch-off.both' : 'settings.switch-off.contacts')}
        </ConfirmDialog>
      )}
    </Section>
  );
};
