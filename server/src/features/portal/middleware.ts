import type { Context, Middleware } from 'koa';
import type { Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import type { PortalFile, PortalFiles } from './files';
import { anHour, contentSecurityPolicy, immutable, securityHeaders } from './headers';
import { imageOrigins } from './images';
import { decidePortal } from './rules';

const sendFile = (ctx: Context, file: PortalFile, cacheControl: string, status: 200 | 404 = 200): void => {
  ctx.status = status;
  ctx.set('Cache-Control', cacheControl);
  ctx.set('ETag', file.etag);
  ctx.vary('Accept-Encoding');
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const packed = ctx.acceptsEncodings('gzip', 'identity') === 'gzip' ? file.packed : null;
  if (packed !== null) ctx.set('Content-Encoding', 'gzip');
  ctx.body = packed ?? file.body;
  ctx.type = file.type;
};

const refuse = (ctx: Context, status: 404 | 405, text: string): void => {
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = text;
};

/**
 * Serves the portal below its path. It stands before Strapi's own middlewares and never calls on for a path of its own, so
 * that the policy of these pages is the one of `headers.ts` and no other. While the switch *guests* is off (O1), every page is
 * 404 and the same: asking the guest API, it says that guest access is closed.
 */
export const portalMiddleware =
  (strapi: Strapi, path: string, files: PortalFiles): Middleware =>
  async (ctx, next) => {
    const decision = decidePortal(ctx, { path, hasAsset: (name) => files.assets.has(name) });
    if (decision.kind === 'pass') return next();
    ctx.set(securityHeaders);
    switch (decision.kind) {
      case 'wrong-method':
        ctx.set('Allow', 'GET, HEAD');
        return refuse(ctx, 405, 'Method Not Allowed');
      case 'not-found':
        return refuse(ctx, 404, 'Not Found');
      case 'page':
        ctx.set('Content-Security-Policy', contentSecurityPolicy(await imageOrigins(strapi)));
        return sendFile(ctx, files.page, 'no-store', (await reloadSettings(strapi)).guests ? 200 : 404);
      case 'asset': {
        const file = files.assets.get(decision.name);
        if (file === undefined) return refuse(ctx, 404, 'Not Found');
        return sendFile(ctx, file, decision.name.startsWith('assets/') ? immutable : anHour);
      }
    }
  };
