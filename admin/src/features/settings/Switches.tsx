import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { SwitchField } from '../../kernel/ui/choices';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';

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

const Side = styled(Box)`
  flex: 1 1 28rem;
`;

/** The two switches, side by side. Guests need contacts, so switching contacts off takes guests along, after a question. */
export const Switches = ({ contacts, guests, onContacts, onGuests }: Props) => {
  const translate = useTranslate();
  const [isAsking, setAsking] = React.useState(false);
  const switchOff = () => {
    onContacts(false);
    onGuests(false);
  };
  return (
    <Box
      tag="section"
      aria-label={translate('settings.switches')}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
    >
      <Flex gap={6} alignItems="flex-start" wrap="wrap">
        <Side>
          <SwitchField
            label={translate('settings.switches.contacts')}
            hint={translate(contacts ? 'settings.switches.contacts.hint' : 'settings.switches.contacts.off')}
            checked={contacts}
            onChange={(on) => (on ? onContacts(true) : setAsking(true))}
          />
        </Side>
        <Side>
          <SwitchField
            label={translate('settings.switches.guests')}
            hint={translate(guestsHint(contacts, guests))}
            checked={guests}
            disabled={!contacts}
            onChange={onGuests}
          />
        </Side>
      </Flex>
      {!(contacts && guests) && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
          {translate('settings.switches.hint')}
        </Typography>
      )}
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
    </Box>
  );
};
