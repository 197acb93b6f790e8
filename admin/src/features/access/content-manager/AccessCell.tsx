import * as React from 'react';
import { Typography } from '@strapi/design-system';
import type { AccessState } from '../../../../../contract/access';
import { AccessBadge } from '../../../kernel/AccessBadge';
import { loadAccessState, onAccessChanged } from '../states';

/** The state of one contact's access. All cells of a page are answered by one request. */
export const AccessCell = ({ contactId }: { contactId: string }) => {
  const [state, setState] = React.useState<AccessState | null>(null);
  React.useEffect(() => {
    let current = true;
    const load = () =>
      loadAccessState(contactId).then(
        (answer) => current && setState(answer),
        () => current && setState(null)
      );
    void load();
    const end = onAccessChanged(() => void load());
    return () => {
      current = false;
      end();
    };
  }, [contactId]);
  return state === null ? <Typography textColor="neutral600">—</Typography> : <AccessBadge state={state} />;
};
