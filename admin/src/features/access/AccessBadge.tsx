import { Status, Typography } from '@strapi/design-system';
import type { AccessState } from '../../../../contract/access';
import { useTranslate } from '../../kernel/translate';

const variants = { none: 'neutral', closed: 'danger', 'without-key': 'warning', open: 'success' } as const;

/** The state of an access as the tables show it: in words, and with a colour beside. */
export const AccessBadge = ({ state }: { state: AccessState }) => {
  const translate = useTranslate();
  return (
    <Status variant={variants[state]} size="S" width="min-content">
      <Typography tag="span" variant="omega" fontWeight="semiBold" style={{ whiteSpace: 'nowrap' }}>
        {translate(`access.state.${state}`)}
      </Typography>
    </Status>
  );
};
