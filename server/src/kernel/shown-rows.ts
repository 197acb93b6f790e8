import type { Context } from 'koa';
import { currentPanelCaller } from './effects';
import {
  conditionOfRoles,
  FILE,
  fieldsOfRoles,
  localeCodes,
  panelAbilityOf,
  READ_CONTENT,
  READ_FILES,
  type Ability,
  type Strapi,
  type Where,
} from './strapi';

/**
 * The rows of a content type that the content manager shows to an editor: `all`, `none`, or those under a condition of their
 * role (*is creator*, the languages of a role, a condition of the site's own).
 */
export type ShownRows = { kind: 'all' } | { kind: 'none' } | { kind: 'where'; where: Where };

/**
 * Which rows of a content type somebody is shown.
 * @param field the attribute that has to be readable there too; null, or one that roles do not ask about: the row itself
 */
export type RowReader = (uid: string, field: string | null) => ShownRows;

/** By the rules that speak of one field only: of two roles one may show more rows, and the other more fields. */
const shownBy = (strapi: Strapi, ability: Ability, uid: string, field?: string, action = READ_CONTENT): ShownRows => {
  if (!ability.can(action, uid, field)) return { kind: 'none' };
  const where = conditionOfRoles(strapi, ability, uid, field, action);
  if (where === null) return { kind: 'none' };
  return Object.keys(where).length === 0 ? { kind: 'all' } : { kind: 'where', where };
};

const inAll = (shown: readonly ShownRows[]): ShownRows => {
  if (shown.some(({ kind }) => kind === 'none')) return { kind: 'none' };
  const conditions = shown.flatMap((one) => (one.kind === 'where' ? [one.where] : []));
  return conditions.length === 0 ? { kind: 'all' } : { kind: 'where', where: { $and: conditions } };
};

/** What the content manager shows to whoever asks; nothing where nobody of the panel does. */
export const rowReaderOf = (strapi: Strapi, ctx: Context): RowReader => {
  const ability = panelAbilityOf(ctx);
  return (uid, field) => {
    if (ability === null) return { kind: 'none' };
    const fields = field === null ? [] : fieldsOfRoles(strapi, uid, field);
    return fields.length === 0
      ? shownBy(strapi, ability, uid)
      : inAll(fields.map((name) => shownBy(strapi, ability, uid, name)));
  };
};

/** The files that the media library shows to whoever asks; all of them where nobody of the panel does. */
export const shownFiles = (strapi: Strapi): ShownRows => {
  const caller = currentPanelCaller(strapi);
  return caller === null ? { kind: 'all' } : shownBy(strapi, caller.ability, FILE, undefined, READ_FILES);
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a condition of roles leaves out no row; one that is not about languages may leave out some. */
const isMetByAll = (where: unknown, locales: readonly string[]): boolean =>
  isRecord(where) &&
  Object.entries(where).every(([key, value]) => {
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value)) return false;
      const met = (one: unknown) => isMetByAll(one, locales);
      return key === '$and' ? value.every(met) : value.some(met);
    }
    const shown: unknown = key === 'locale' && isRecord(value) ? value['$in'] : null;
    return Array.isArray(shown) && locales.every((locale) => shown.includes(locale));
  });

/** As `rowReaderOf`, for who asks about a content type as a whole: whether every row of it is shown, in every language. */
export const wholeReaderOf = async (
  strapi: Strapi,
  ctx: Context
): Promise<(uid: string, field: string | null) => boolean> => {
  const reader = rowReaderOf(strapi, ctx);
  const codes = await localeCodes(strapi);
  return (uid, field) => {
    const shown = reader(uid, field);
    return shown.kind === 'all' || (shown.kind === 'where' && isMetByAll(shown.where, codes));
  };
};
