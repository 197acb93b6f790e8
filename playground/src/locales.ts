import type { Core } from '@strapi/strapi';

/** The language of the site's content; documents exist in English too. */
export const firstLocale = 'fr';
const otherLocale = { code: 'en', name: 'English (en)' };

export const ensureLocales = async (strapi: Core.Strapi): Promise<void> => {
  const locales = strapi.plugin('i18n').service('locales');
  if ((await locales.findByCode(otherLocale.code)) === null) await locales.create(otherLocale);
};
