import type { Core } from '@strapi/strapi';
import { ensureLocales } from './locales';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // Without the plugin there is no contact and no guest to point at.
    if (strapi.plugin('guest-access') === undefined) {
      const models: { attributes: Record<string, { target?: string }> }[] = [
        ...Object.values(strapi.contentTypes),
        ...Object.values(strapi.components),
      ];
      for (const { attributes } of models) {
        for (const [name, { target }] of Object.entries(attributes)) {
          if (target?.startsWith('plugin::guest-access.')) Reflect.deleteProperty(attributes, name);
        }
      }
    }
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocales(strapi);
  },
};
