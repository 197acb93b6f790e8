import * as React from 'react';
import { permissions, type Permission } from '../../../contract/routes';
import { usePermissionCheck } from './strapi/permissions';

/** The action of the role editor behind a permission of ours. */
export const actionOf = (permission: Permission): string => `plugin::guest-access.${permission}`;

const asked = permissions.map((permission) => ({ action: actionOf(permission), subject: null }));

/**
 * What the reader may do. Strapi's `useRBAC` names a permission by its last word, so that `contacts.read` and
 * `access.read` would be one; this keeps them apart. Until the answer is there, nothing is allowed.
 */
export const useAllowed = (): { may: (permission: Permission) => boolean; isLoading: boolean } => {
  const check = usePermissionCheck();
  const [allowed, setAllowed] = React.useState<ReadonlySet<string> | null>(null);
  React.useEffect(() => {
    let current = true;
    void check(asked)
      .then((found) => found.map(({ action }) => action))
      .catch((): string[] => [])
      .then((actions) => {
        if (current) setAllowed(new Set(actions));
      });
    return () => {
      current = false;
    };
  }, [check]);
  const may = React.useCallback((permission: Permission) => allowed?.has(actionOf(permission)) ?? false, [allowed]);
  return { may, isLoading: allowed === null };
};
