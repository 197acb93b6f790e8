import { Flex, Typography } from '@strapi/design-system';
import type { AdminGuest } from '../../../../../contract/guests';
import { CopyField } from '../../../kernel/ui/CopyField';
import { useTranslate } from '../../../kernel/translate';

interface CreatedNoticeProps {
  guest: AdminGuest;
  invited: boolean;
  password: string;
}

/** After a guest was created with a temporary password: what the editor has to hand on to them, shown this once. */
export const CreatedNotice = ({ guest, invited, password }: CreatedNoticeProps) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography role="status">
        {translate(invited ? 'guests.createdInvited' : 'guests.createdAlone', { email: guest.email ?? '' })}
      </Typography>
      {guest.login !== null && (
        <CopyField
          name="createdLogin"
          label={translate('guests.login')}
          value={guest.login}
          copiedText={translate('guests.loginCopied')}
        />
      )}
      <CopyField
        name="createdPassword"
        label={translate('guests.temporaryPassword')}
        value={password}
        hint={translate('guests.passwordShownOnce')}
        copiedText={translate('guests.passwordCopied')}
      />
    </Flex>
  );
};
