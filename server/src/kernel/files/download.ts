import type { Context } from 'koa';
import { Readable } from 'node:stream';

/** A file that an endpoint answers. */
export class Download {
  readonly body: Readable;

  /** @param pieces read only as fast as they are taken */
  constructor(
    readonly name: string,
    readonly mediaType: string,
    pieces: AsyncIterable<string>
  ) {
    this.body = Readable.from(pieces);
  }
}

/** Answers a file, to be kept by whoever asked and nobody on the way. Where it breaks off, so does the connection. */
export const sendDownload = (ctx: Context, { name, mediaType, body }: Download): void => {
  ctx.status = 200;
  ctx.attachment(name);
  ctx.set('Content-Type', `${mediaType}; charset=utf-8`);
  ctx.body = body;
  // Koa leaves an answer open whose head was sent: its reader would wait for ever.
  body.once('error', () => ctx.res.destroy());
};
