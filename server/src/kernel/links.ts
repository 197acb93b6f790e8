import { configOf, siteUrl, type Config } from './config';
import type { Strapi } from './strapi';

/** The pages of the portal behind links, by the pattern that a site with a front end of its own sets instead. */
const pages = {
  key: 'key',
  invitation: 'invitation',
  setPassword: 'password',
  join: 'join/confirm',
  confirmEmail: 'email',
  undoEmail: 'email/undo',
} as const satisfies Partial<Record<keyof Config['links'], string>>;
export type LinkKind = keyof typeof pages;

const portalUrl = (strapi: Strapi): string => `${siteUrl(strapi)}${configOf(strapi).portal.path}`;

/**
 * The link that a person opens. Built from the configured address only, never from a request. In the portal the secret
 * stands in the fragment, which reaches no server log and no referrer.
 */
export const linkTo = (strapi: Strapi, kind: LinkKind, secret: string): string => {
  const pattern = configOf(strapi).links[kind];
  return pattern ? pattern.replace(/\{(?:key|token)\}/, () => secret) : `${portalUrl(strapi)}/${pages[kind]}#${secret}`;
};

/** Where guests log in. */
export const loginLink = (strapi: Strapi): string => configOf(strapi).links.login ?? `${portalUrl(strapi)}/login`;

/** Where the admin panel is. Strapi knows it by the addresses that it was told, and makes one up where it was told none. */
const panelUrl = (strapi: Strapi): string => {
  const isTold = ['server.url', 'admin.url'].some((key) => /^https?:/.test(strapi.config.get<string>(key, '')));
  const absolute = isTold ? strapi.config.get<string | undefined>('admin.absoluteUrl') : undefined;
  return (absolute ?? `${siteUrl(strapi)}${strapi.config.get('admin.path', '/admin')}`).replace(/\/+$/, '');
};

/** The page of the admin panel about guests, for mails to editors. */
export const panelLink = (strapi: Strapi): string => `${panelUrl(strapi)}/plugins/guest-access/guests`;

/** The page of the admin panel that Google leads back to: the redirect URI, which stands letter by letter in the client at Google. */
export const googleRedirectUri = (strapi: Strapi): string => `${panelUrl(strapi)}/plugins/guest-access/imports/google`;
