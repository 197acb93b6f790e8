import type { PosturePage } from '../../../../contract/posture';
import { contactsPath, pluginId } from '../../kernel/plugin';

const settings = `/settings/${pluginId}`;

/** Where in the panel something is mended. @param id what of the page; the page as a whole where there is none */
export const placeOf = (page: PosturePage, id: string | null): string => {
  const of = id === null ? '' : encodeURIComponent(id);
  switch (page) {
    case 'settings-content':
      return `${settings}#content`;
    case 'settings-sign-in':
      return `${settings}#signIn`;
    case 'settings-joining':
      return `${settings}#joining`;
    case 'access-type':
      return `${settings}?accessType=${of}#content`;
    case 'guest':
      return `/${contactsPath}/guests?guest=${of}`;
    case 'unused-guests':
      return `/${contactsPath}/guests?absence=unused&sort=lastSeenAt:ASC`;
    case 'panel-role':
      return `/settings/roles/${of}`;
    case 'panel-roles':
      return '/settings/roles';
    case 'site-role':
      return `/settings/users-permissions/roles/${of}`;
    case 'site-roles':
      return '/settings/users-permissions/roles';
    case 'api-tokens':
      return '/settings/api-tokens';
    case 'jobs':
      return `/${contactsPath}/jobs`;
  }
};
