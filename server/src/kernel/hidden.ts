import type { Context, Next } from 'koa';
import { isContentManagerPath, isHiddenFromEditors, modelOf, PLUGIN, type Strapi } from './strapi';

const ours = new RegExp(`plugin::${PLUGIN}\\.[a-z0-9-]+`, 'i');

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * Keeps the content manager's API away from our hidden tables: what its menu does not show (`visible: false`) it would still
 * answer to whoever may do everything, digests included.
 */
export const hideTables =
  (strapi: Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const path = decoded(ctx.path);
    const [uid] = isContentManagerPath(path) ? (ours.exec(path) ?? []) : [];
    const model = uid === undefined ? null : modelOf(strapi, uid.toLowerCase());
    if (model === null || !isHiddenFromEditors(model)) return next();
    ctx.status = 404;
    ctx.body = { data: null, error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} } };
  };
