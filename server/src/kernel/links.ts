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

/** The page of the admin panel about guests, for mails to editors. */
export const panelLink = (strapi: Strapi): string =>
  `${strapi.config.get<string>('admin.absoluteUrl', `${siteUrl(strapi)}/admin`)}/plugins/guest-access/guests`;
