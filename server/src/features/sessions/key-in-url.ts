import type { Context, Next } from 'koa';
import { configOf, failure, secretPrefixes, type Strapi } from '../../kernel';
import { answer } from './cookie';

const secret = new RegExp(`(?:${Object.values(secretPrefixes).join('|')})[0-9A-Za-z]{36}`);

/**
 * Each escape by itself, so that a broken one beside it hides nothing; and again, as others along the way may decode. A sign
 * that was escaped many times over is taken at once.
 */
const decoded = (text: string, rounds = 3): string => {
  const once = text
    .replace(/%(?:25)+/g, '%')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return rounds > 1 && once !== text ? decoded(once, rounds - 1) : once;
};

/** A page of the portal: it is the same for every address below the portal's path. */
const isPage = (strapi: Strapi, { method, req: { url = '' } }: Context): boolean => {
  const { enabled, path } = configOf(strapi).portal;
  return enabled && (method === 'GET' || method === 'HEAD') && url.startsWith(`${path}/`);
};

/**
 * Refuses an address with a secret of ours in it, before Strapi's logger sees it: addresses end up in logs, histories and
 * link previews. It authenticates nobody, and is in no log.
 *
 * A page of the portal is shown all the same: some mail programs send the `#` of a link as `%23`. All that follows sees the
 * portal's own address; the page takes the secret out of the address bar and goes on with it.
 */
export const refuseKeyInUrl =
  (strapi: Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!secret.test(decoded(ctx.req.url ?? ''))) return next();
    if (!isPage(strapi, ctx)) {
      return answer(
        ctx,
        failure('key_in_url', 'A key must not stand in an address. Send it in the body of a POST.'),
        400
      );
    }
    ctx.req.url = configOf(strapi).portal.path;
    ctx.originalUrl = ctx.req.url;
    return next();
  };
