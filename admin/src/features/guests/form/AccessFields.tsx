import { Box, Flex } from '@strapi/design-system';
import type { Permission } from '../../../../../contract/routes';
import { GrantsSection, ReachFields } from '../../access';
import type { GuestFormModel } from './useGuestForm';

interface AccessFieldsProps {
  form: GuestFormModel;
  may: (permission: Permission) => boolean;
  disabled: boolean;
}

/** What he sees: the contacts he is paired with, how far that reaches, and what is granted. */
export const AccessFields = ({ form: { draft, change }, may, disabled }: AccessFieldsProps) => {
  const closed = disabled || !may('access.manage');
  if (!draft.seesAccess) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <ReachFields
          contact={null}
          draft={draft}
          maySearch={may('contacts.read')}
          disabled={closed}
          onChange={change}
        />
      </Box>
      {may('access.read') && <GrantsSection draft={draft} onChange={change} disabled={closed} />}
    </Flex>
  );
};
