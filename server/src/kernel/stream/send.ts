import type { Context } from 'koa';
import type { Readable } from 'node:stream';

/** Answers by a stream of events: nobody on the way keeps it, holds it back to compress it, or takes it for too slow. */
export const sendStream = (ctx: Context, body: Readable): void => {
  ctx.status = 200;
  ctx.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
    'X-Accel-Buffering': 'no',
  });
  ctx.req.socket.setTimeout(0);
  // Who is cut off has to notice it.
  body.once('close', () => {
    if (!ctx.res.writableEnded) ctx.res.destroy();
  });
  ctx.body = body;
};
