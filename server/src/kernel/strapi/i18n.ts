import { AsyncLocalStorage } from 'node:async_hooks';
import type { Strapi } from './app';
import { modelOf, type Model } from './models';
import { rows } from './query';

/** The content type of languages. */
export const LOCALE = 'plugin::i18n.locale';

/** A language of the site's content. */
export interface ContentLocale {
  readonly code: string;
  readonly name: string;
}

interface Locales {
  getDefaultLocale(): Promise<string>;
  find(): Promise<ContentLocale[]>;
  findByCode(code: string): Promise<object | null>;
}
interface ContentTypes {
  getNonLocalizedAttributes(model: Model): string[];
}
interface Localizations {
  syncNonLocalizedAttributes(source: { documentId: string }, model: { uid: string }): Promise<void>;
}

const locales = (strapi: Strapi): Locales => strapi.plugin('i18n').service('locales') as Locales;

export const defaultLocale = (strapi: Strapi): Promise<string> => locales(strapi).getDefaultLocale();

/** The languages of the site's content. */
export const contentLocales = async (strapi: Strapi): Promise<ContentLocale[]> =>
  (await locales(strapi).find()).map(({ code, name }) => ({ code, name }));

/** The codes of all languages; none on a site without the plugin. */
export const localeCodes = async (strapi: Strapi): Promise<string[]> =>
  modelOf(strapi, LOCALE) ? (await rows<ContentLocale>(strapi, LOCALE).findMany({})).map(({ code }) => code) : [];

/** Whether the site has this language. Strapi stores a row in any other that a request names, too. */
export const hasLocale = async (strapi: Strapi, code: string): Promise<boolean> =>
  (await locales(strapi).findByCode(code)) !== null;

/** The attributes of a localized type that all its languages share. Relations and `uid` are never among them. */
export const sharedAttributes = (strapi: Strapi, model: Model): ReadonlySet<string> => {
  const contentTypes = strapi.plugin('i18n').service('content-types') as ContentTypes;
  return new Set(contentTypes.getNonLocalizedAttributes(model));
};

const unshared = new AsyncLocalStorage<string>();
const watched = new WeakSet<Localizations>();

/**
 * Runs a write of a document without Strapi's copying of shared fields into its other languages (`@strapi/i18n`,
 * `services/localizations.js`): it copies all that the written version holds, not what was written. Whoever asks for this
 * writes the other languages themself. Other documents that are written meanwhile are copied as ever.
 */
export const withoutLanguageSync = <T>(
  strapi: Strapi,
  uid: string,
  documentId: string,
  write: () => Promise<T>
): Promise<T> => {
  const localizations = strapi.plugin('i18n').service('localizations') as Localizations;
  if (!watched.has(localizations)) {
    watched.add(localizations);
    const sync = localizations.syncNonLocalizedAttributes.bind(localizations);
    localizations.syncNonLocalizedAttributes = async (source, model) => {
      if (unshared.getStore() !== `${model.uid} ${source.documentId}`) await sync(source, model);
    };
  }
  return unshared.run(`${uid} ${documentId}`, write);
};
