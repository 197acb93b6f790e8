import Koa, { type Context } from 'koa';
import { Readable } from 'node:stream';
import { isVeil, sentBody, unveilBody, veilBody } from './veil';

/** A context whose body is veiled. */
const veiled = (): Context => {
  const app = new Koa();
  const request = Object.assign(new Readable({ read: () => undefined }), { headers: {}, url: '/', method: 'GET' });
  const headers = new Map<string, unknown>();
  const response = {
    getHeader: (name: string) => headers.get(name),
    hasHeader: (name: string) => headers.has(name),
    getHeaders: () => Object.fromEntries(headers),
    setHeader: (name: string, value: unknown) => void headers.set(name, value),
    removeHeader: (name: string) => void headers.delete(name),
  };
  const ctx = app.createContext(request as never, response as never) as Context;
  veilBody(ctx);
  return ctx;
};

describe('a veiled body', () => {
  it('can be read and changed, and is null to whoever writes it down', () => {
    const ctx = veiled();
    ctx.body = { data: { title: 'a' } };
    const { body } = ctx as { body: { data: { title: string }; more?: number } };
    expect(body.data.title).toBe('a');
    body.more = 1;
    expect(JSON.stringify({ kept: body })).toBe('{"kept":null}');
    expect(ctx.length).toBe(4);
    unveilBody(ctx);
    expect(ctx.body).toEqual({ data: { title: 'a' }, more: 1 });
  });

  it.each(['text', Buffer.from('bytes'), Readable.from(['stream']), ['list']])('hides %p', (sent) => {
    const ctx = veiled();
    ctx.body = sent;
    expect(isVeil(ctx.body)).toBe(true);
    expect(JSON.stringify(ctx.body)).toBe('null');
    expect(sentBody(ctx)).toBe(sent);
    unveilBody(ctx);
    expect(ctx.body).toBe(sent);
  });

  it('is the body again where it is put back, and a veil where it comes from another answer', () => {
    const [one, other] = [veiled(), veiled()];
    one.body = { data: 1 };
    const kept: unknown = one.body;
    one.body = kept;
    other.body = kept;
    unveilBody(one);
    unveilBody(other);
    expect(one.body).toEqual({ data: 1 });
    expect(isVeil(other.body)).toBe(true);
  });

  it('shows no body where there is none', () => {
    const ctx = veiled();
    expect(ctx.body).toBeUndefined();
    ctx.body = null;
    expect(ctx.body).toBeNull();
    expect(ctx.status).toBe(204);
  });
});
