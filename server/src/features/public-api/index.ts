import type { Feature } from '../../kernel';
import { guestAccess } from './service';

/** The plugin for a site's own code: `strapi.plugin('guest-access').service('access')`. */
export const publicApi: Feature = {
  name: 'public-api',
  services: { access: ({ strapi }) => guestAccess(strapi) },
};
