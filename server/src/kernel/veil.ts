import { Stream } from 'node:stream';
import type { Context } from 'koa';

/** Every veil, with what is behind it. */
const behind = new WeakMap<object, unknown>();

/** As `JSON.stringify` takes an object: what a cache would store is `null`, and no cache keeps `null` as an answer. */
const toJSON = () => null;

/** Whether a body is one that was shown in the place of another, and must not be sent. */
export const isVeil = (body: unknown): boolean => typeof body === 'object' && body !== null && behind.has(body);

/** The body that Koa will send, whether it is veiled or not. */
export const sentBody = ({ body }: Context): unknown => (isVeil(body) ? behind.get(body as object) : body);

const veilOf = (body: unknown): unknown => {
  if (body === null || body === undefined || isVeil(body)) return body;
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body) && !(body instanceof Stream);
  const veil = new Proxy<object>(isJson ? body : {}, {
    get: (target, key): unknown => (key === 'toJSON' ? toJSON : Reflect.get(target, key)),
  });
  behind.set(veil, body);
  return veil;
};

/**
 * Keeps the body of this answer out of every cache between here and the handler: whoever looks at `ctx.body` finds an object
 * whose fields can be read and changed, and which is `null` to whoever writes it down. Koa itself sends the body that was set.
 * Middlewares that set a body of their own go on as before.
 */
export const veilBody = ({ response }: Context): void => {
  const plain: object = Object.getPrototypeOf(response) as object;
  let shown: unknown;
  Object.defineProperty(response, 'body', {
    configurable: true,
    get: (): unknown => {
      const body: unknown = Reflect.get(plain, 'body', response);
      if (!isVeil(shown) || behind.get(shown as object) !== body) shown = veilOf(body);
      return shown;
    },
    // What was read here and is put back, is the body; a veil of another answer stays one.
    set: (body: unknown) => {
      Reflect.set(plain, 'body', body === shown && isVeil(body) ? behind.get(shown as object) : body, response);
    },
  });
};

/** From here on `ctx.body` is the body. */
export const unveilBody = ({ response }: Context): void => {
  Reflect.deleteProperty(response, 'body');
};
