import type { Context, Next } from 'koa';
import { PLUGIN, type Strapi } from './strapi';
import { modelOf, type Model } from './models';

const ours = new RegExp(`plugin::${PLUGIN}\\.[a-z0-9-]+`, 'i');

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Whether a type of ours is kept out of the content manager. */
const isHidden = (model: Model | null): boolean => {
  const options = model?.pluginOptions?.['content-manager'];
  return typeof options === 'object' && options !== null && 'visible' in options && options.visible === false;
};

/**
 * Keeps the content manager's API away from our hidden tables: what its menu does not show (`visible: false`) it would still
 * answer to whoever may do everything, digests included.
 */
export const hideTables =
  (strapi: Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const path = decoded(ctx.path);
    const [uid] = /^\/content-manager\//i.test(path) ? (ours.exec(path) ?? []) : [];
    if (uid === undefined || !isHidden(modelOf(strapi, uid.toLowerCase()))) return next();
    ctx.status = 404;
    ctx.body = { data: null, error: { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} } };
  };
