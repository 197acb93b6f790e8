import * as React from 'react';
import { Box, Flex, Switch, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';
import { Question } from './Question';
import { Section } from './Section';

interface Props {
  contacts: boolean;
  guests: boolean;
  onContacts: (on: boolean) => void;
  onGuests: (on: boolean) => void;
}

interface LineProps {
  label: string;
  hint: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}

const Line = ({ label, hint, checked, disabled, onChange }: LineProps) => {
  const translate = useTranslate();
  const id = React.useId();
  return (
    <Flex alignItems="flex-start" gap={4}>
      <Box paddingTop={1} flex="0 0 auto">
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={checked}
          disabled={disabled}
          onCheckedChange={onChange}
          onLabel={translate('settings.switch.on')}
          offLabel={translate('settings.switch.off')}
        />
      </Box>
      <Box>
        <Typography tag="label" htmlFor={id} fontWeight="bold">
          {label}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" id={`${id}-hint`}>
          {hint}
        </Typography>
      </Box>
    </Flex>
  );
};

const guestsHint = (contacts: boolean, guests: boolean) => {
  if (!contacts) return 'settings.switches.guests.needs-contacts';
  return guests ? 'settings.switches.guests.hint' : 'settings.switches.guests.off';
};

/** The two switches. Guests need contacts, so switching contacts off takes guests along, after a question. */
export const Switches = ({ contacts, guests, onContacts, onGuests }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const [isAsking, setAsking] = React.useState(false);
  const switchOff = () => {
    onContacts(false);
    onGuests(false);
    setAsking(false);
  };
  return (
    <Section title={translate('settings.switches')} hint={translate('settings.switches.hint')}>
      <Line
        label={translate('settings.switches.contacts')}
        hint={translate(contacts ? 'settings.switches.contacts.hint' : 'settings.switches.contacts.off')}
        checked={contacts}
        disabled={!mayEdit}
        onChange={(on) => (on ? onContacts(true) : setAsking(true))}
      />
      <Line
        label={translate('settings.switches.guests')}
        hint={translate(guestsHint(contacts, guests))}
        checked={guests}
        disabled={!mayEdit || !contacts}
        onChange={onGuests}
      />
      {isAsking && (
        <Question
          confirmLabel={translate('settings.switch-off.confirm')}
          title={translate('settings.switch-off.title')}
          onConfirm={switchOff}
          onClose={() => setAsking(false)}
        >
          {translate(guests ? 'settings.switch-off.both' : 'settings.switch-off.contacts')}
        </Question>
      )}
    </Section>
  );
};
