import type { Core } from '@strapi/strapi';
import { ensureLocales } from './locales';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // Without the plugin there is no contact and no guest for a ticket to point at.
    if (strapi.plugin('guest-access') === undefined) {
      const { attributes } = strapi.contentType('api::ticket.ticket');
      delete attributes.contact;
      delete attributes.openedBy;
    }
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocales(strapi);
  },
};
