import { Typography } from '@strapi/design-system';
import { AccessBadge } from '../../../kernel/AccessBadge';
import { useAccessState } from '../states';

/** The state of one contact's access. */
export const AccessCell = ({ contactId }: { contactId: string }) => {
  const { value: state } = useAccessState(contactId);
  return state === null ? <Typography textColor="neutral600">—</Typography> : <AccessBadge state={state} />;
};
