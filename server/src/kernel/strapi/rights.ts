import type { Strapi } from './app';
import { modelOf } from './models';
import { rows } from './query';
import { FILE } from './upload';

/** A role and one thing that it may do. */
export interface RoleRight {
  readonly role: { readonly id: number; readonly name: string; readonly type: string };
  readonly action: string;
  /** The content type, where a right is about one. */
  readonly subject: string | null;
}

interface PanelRightRow {
  action: string;
  subject: string | null;
  role: { id: number; name: string; code: string } | null;
}

const SUPER_ADMIN = 'strapi-super-admin';

/** Rights that show and name the panel's roles, a site's roles, and API tokens. */
export const READ_PANEL_ROLES = 'admin::roles.read';
export const READ_SITE_ROLES = 'plugin::users-permissions.roles.read';
export const READ_API_TOKENS = 'admin::api-tokens.read';

/**
 * Rights of Strapi's own that reach beyond what they are called: to every row of the site, past any role and any filter of guests.
 * Named by what they are about.
 */
export const rightsBeyond: Readonly<Record<string, readonly string[]>> = {
  roles: ['admin::roles.update'],
  users: ['admin::users.create', 'admin::users.update'],
  tokens: [
    ...['create', 'update', 'regenerate'].map((what) => `admin::api-tokens.${what}`),
    ...['create', 'update', 'regenerate'].map((what) => `admin::admin-tokens.${what}`),
  ],
  transfer: ['create', 'update', 'regenerate'].map((what) => `admin::transfer.tokens.${what}`),
  webhooks: ['admin::webhooks.create', 'admin::webhooks.update'],
  'site-roles': ['plugin::users-permissions.roles.create', 'plugin::users-permissions.roles.update'],
};

/** Who of the panel's roles may do one of these; the super administrator, who may do everything, is left out. */
export const panelRolesWith = async (strapi: Strapi, actions: readonly string[]): Promise<RoleRight[]> => {
  const found = await rows<PanelRightRow>(strapi, 'admin::permission').findMany({
    select: ['action', 'subject'],
    where: { action: { $in: actions }, role: { code: { $ne: SUPER_ADMIN } } },
    populate: { role: { select: ['id', 'name', 'code'] } },
    orderBy: { id: 'asc' },
  });
  return found.flatMap(({ role, action, subject }) =>
    role === null ? [] : [{ role: { id: role.id, name: role.name, type: role.code }, action, subject }]
  );
};

interface SiteRightRow {
  action: string;
  role: { id: number; name: string; type: string | null } | null;
}

const SITE_RIGHT = 'plugin::users-permissions.permission';
/** What shows every file of the media library to whoever asks for the list. */
const LIST_FILES = 'plugin::upload.content-api.find';

/**
 * What the roles of Users & Permissions may do with the content of a site, and with the list of its files, by the content API. `subject` is
 * the content type, `action` the last word: `find`. Null on a site without the plugin.
 */
export const siteRoleRights = async (strapi: Strapi): Promise<RoleRight[] | null> => {
  if (modelOf(strapi, SITE_RIGHT) === null) return null;
  const found = await rows<SiteRightRow>(strapi, SITE_RIGHT).findMany({
    select: ['action'],
    where: { $or: [{ action: { $startsWith: 'api::' } }, { action: LIST_FILES }] },
    populate: { role: { select: ['id', 'name', 'type'] } },
    orderBy: { id: 'asc' },
  });
  return found.flatMap(({ role, action: whole }) => {
    if (role === null) return [];
    const [, subject = '', action = ''] =
      whole === LIST_FILES ? ['', FILE, 'find'] : (/^(.+)\.([^.]+)$/.exec(whole) ?? []);
    return [{ role: { id: role.id, name: role.name, type: role.type ?? '' }, action, subject }];
  });
};

/** Whether strangers may become users of the site by themselves. */
export const isRegistrationOpen = async (strapi: Strapi): Promise<boolean> => {
  const advanced: unknown = await strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' }).get();
  return typeof advanced === 'object' && advanced !== null && 'allow_register' in advanced
    ? advanced.allow_register === true
    : false;
};

/** A token of the API that may do everything. */
export interface FullToken {
  readonly id: number;
  readonly name: string;
  /** Null: good for ever. */
  readonly expiresAt: string | null;
}

/** Tokens of the API with *full access* that are good now. */
export const fullTokens = async (strapi: Strapi, at: Date): Promise<FullToken[]> =>
  rows<FullToken>(strapi, 'admin::api-token').findMany({
    select: ['id', 'name', 'expiresAt'],
    where: { type: 'full-access', $or: [{ expiresAt: { $null: true } }, { expiresAt: { $gt: at } }] },
    orderBy: { id: 'asc' },
  });

/** The version of Strapi that runs; null where it does not say. */
export const strapiVersion = (strapi: Strapi): string | null => {
  const version: unknown = strapi.config.get('info.strapi', null);
  return typeof version === 'string' ? version : null;
};
