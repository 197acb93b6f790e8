import type { Core } from '@strapi/strapi';
import { firstLocale } from '../src/locales';

// Read by the i18n plugin as its module is loaded: after the configuration, before the site's own register().
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= firstLocale;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', `http://localhost:${env.int('PORT', 1337)}`),
  app: { keys: env.array('APP_KEYS', []) },
});

export default config;
