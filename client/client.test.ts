import { createClient, GuestAccessError, UnreachableError, type ClientOptions, type GuestCall } from './index';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === null ? null : JSON.stringify(body), { status, headers });
const refusal = (status: number, details: object, headers?: Record<string, string>) =>
  json(status, { data: null, error: { status, name: 'Error', message: 'No.', details } }, headers);
const busy = (seconds: string) => refusal(429, { code: 'too_many_requests' }, { 'Retry-After': seconds });

/** A client of a site that gives these answers, one after another, and what was sent to it. */
const clientOf = (answers: (Response | Error)[], options: Partial<ClientOptions> = {}) => {
  const sent: Sent[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = (url, init = {}) => {
    sent.push({ url: String(url), init });
    const answer = answers.shift() ?? new Error('asked once too often');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { sent, client: createClient({ baseUrl: 'https://example.com/', fetch, ...options }) };
};
const failureOf = (call: Promise<unknown>): Promise<unknown> => call.then(() => 'no failure').catch((error) => error);

describe('a call by name', () => {
  it('goes to the endpoint’s path, with the token, and answers its data', async () => {
    const { client, sent } = clientOf([json(200, { data: { sections: [] } })], { token: 'gst_x' });
    expect(await client.call('GetMyAccess')).toEqual({ sections: [] });
    expect(sent[0]?.url).toBe('https://example.com/api/guest-access/me/access');
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      headers: { Authorization: 'Bearer gst_x' },
    });
  });

  it('means the browser’s cookie where it is told to, and nobody’s otherwise', async () => {
    const withCookie = clientOf([json(200, { data: {} })], { cookie: true });
    await withCookie.client.call('GetMe');
    expect(withCookie.sent[0]?.init).toMatchObject({
      credentials: 'same-origin',
      headers: { 'Guest-Access': 'cookie' },
    });
    const asNobody = clientOf([json(200, { data: {} })]);
    await asNobody.client.call('GetSite');
    expect(Object.keys(asNobody.sent[0]?.init.headers ?? {})).toEqual(['Accept']);
  });

  it('fills in parameters, sends a body, and makes do with an answer without one', async () => {
    const { client, sent } = clientOf([new Response(null, { status: 204 }), json(202, { data: {} })]);
    expect(await client.call('EndMySession', { params: { sessionId: 'a/b' } })).toEqual({});
    expect(await client.call('Join', { body: { email: 'a@b.example' } })).toEqual({});
    expect(sent.map(({ url, init }) => [init.method, url.slice(url.indexOf('/api/guest-access')), init.body])).toEqual([
      ['DELETE', '/api/guest-access/me/sessions/a%2Fb', undefined],
      ['POST', '/api/guest-access/join', '{"email":"a@b.example"}'],
    ]);
  });

  it('answers a document as it stands', async () => {
    const { client } = clientOf([json(200, { openapi: '3.1.0' })]);
    expect(await client.call('GetOpenApi')).toEqual({ openapi: '3.1.0' });
  });

  it('is for the endpoints of guests only, by the compiler', () => {
    const ofGuests: IsGuests<'GetMe'> = true;
    const ofThePanel: IsGuests<'GetSettings'> = false;
    const aStream: IsGuests<'StreamMe'> = false;
    expect([ofGuests, ofThePanel, aStream]).toEqual([true, false, false]);
  });
});

type IsGuests<Name> = Name extends GuestCall ? true : false;

describe('a failure', () => {
  it('is told by its code, with its details and when to come back', async () => {
    const { client } = clientOf([refusal(409, { code: 'address_taken', guestId: 'g' }, { 'Retry-After': '7' })]);
    const error = await failureOf(client.call('UndoEmail', { body: { token: 'x' } }));
    expect(error).toBeInstanceOf(GuestAccessError);
    expect(error).toMatchObject({
      status: 409,
      code: 'address_taken',
      details: { guestId: 'g' },
      retryAfterSeconds: 7,
    });
  });

  it('without a body of ours is one without a code', async () => {
    const { client } = clientOf([new Response('<h1>Bad gateway</h1>', { status: 502 })]);
    expect(await failureOf(client.call('GetMe'))).toMatchObject({ status: 502, code: null });
  });

  it.each([new TypeError('fetch failed'), new Response('<h1>Log in to this network</h1>', { status: 200 })])(
    'without an answer of the site is of its own kind',
    async (answer) => {
      expect(await failureOf(clientOf([answer]).client.call('GetMe'))).toBeInstanceOf(UnreachableError);
    }
  );

  it('by a signal is the signal’s', async () => {
    const reason = new Error('not any more');
    const { client } = clientOf([new TypeError('aborted')]);
    const signal = AbortSignal.abort(reason);
    expect(await failureOf(client.call('GetMe', { signal }))).not.toBeInstanceOf(UnreachableError);
  });
});

describe('a busy site', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is asked again when it said, as often as the bound allows', async () => {
    const waited: number[] = [];
    const { client, sent } = clientOf([busy('2'), busy('3'), json(200, { data: { lastName: 'NOA' } })], {
      retryForSeconds: 5,
      onRetry: ({ seconds }) => waited.push(seconds),
    });
    const answer = client.call('GetMe');
    await jest.advanceTimersByTimeAsync(4_999);
    expect(sent.length).toBe(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual({ lastName: 'NOA' });
    expect(waited).toEqual([2, 3]);
  });

  it.each([
    ['the bound is passed', busy('6'), 5],
    ['no bound is given', busy('1'), undefined],
    ['it does not say when', refusal(429, {}), 5],
    ['it is refused for another reason', refusal(409, {}, { 'Retry-After': '1' }), 5],
  ])('is not asked again where %s', async (_why, answer, retryForSeconds) => {
    const { client, sent } = clientOf([answer, json(200, { data: {} })], {
      ...(retryForSeconds && { retryForSeconds }),
    });
    expect(await failureOf(client.call('GetMe'))).toBeInstanceOf(GuestAccessError);
    expect(sent.length).toBe(1);
  });

  it('is not asked again for a login', async () => {
    const { client, sent } = clientOf([busy('1'), json(200, { data: {} })], { retryForSeconds: 60 });
    const error = await failureOf(client.call('LogInByKey', { body: { key: 'gak_x', carrier: 'token' } }));
    expect([error instanceof GuestAccessError, sent.length]).toEqual([true, 1]);
  });

  it('is not waited for after the signal', async () => {
    const controller = new AbortController();
    const { client, sent } = clientOf([busy('50'), json(200, { data: {} })], { retryForSeconds: 60 });
    const answer = failureOf(client.call('GetMe', { signal: controller.signal }));
    await jest.advanceTimersByTimeAsync(1_000);
    controller.abort(new Error('gone'));
    expect([await answer, sent.length]).toEqual([new Error('gone'), 1]);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('the site’s own content', () => {
  interface Task {
    readonly title: string;
    readonly done: boolean;
  }
  const row = { documentId: 'a', title: 'Poser', done: false };
  const section = { path: '/api/tasks' };

  it('is listed, read, created, changed and deleted at the section’s path', async () => {
    const pagination = { page: 1, pageSize: 25, pageCount: 1, total: 1 };
    const { client, sent } = clientOf([
      json(200, { data: [row], meta: { pagination } }),
      json(200, { data: row }),
      json(201, { data: row }),
      json(200, { data: row }),
      new Response(null, { status: 204 }),
    ]);
    const tasks = client.content<Task>(section);
    const page = await tasks.list({ filters: { done: false }, sort: 'title' });
    expect([page.rows[0]?.title, page.pagination.total]).toEqual(['Poser', 1]);
    await tasks.get('a', { fields: ['title'] });
    await tasks.create({ title: 'Poser' });
    await tasks.update('a', { done: true }, { seen: '2026-01-01T00:00:00.000Z' });
    await tasks.delete('a', { locale: 'fr' });
    const at = 'https://example.com/api/tasks';
    expect(sent.map(({ url, init }) => [init.method, decodeURIComponent(url), init.body])).toEqual([
      ['GET', `${at}?filters[done]=false&sort=title`, undefined],
      ['GET', `${at}/a?fields[0]=title`, undefined],
      ['POST', at, '{"data":{"title":"Poser"}}'],
      ['PUT', `${at}/a`, '{"data":{"done":true}}'],
      ['DELETE', `${at}/a?locale=fr`, undefined],
    ]);
    expect(sent[3]?.init.headers).toMatchObject({ 'If-Match': '"2026-01-01T00:00:00.000Z"' });
  });

  it('that comes in another form is no answer', async () => {
    const { client } = clientOf([json(200, { data: [] }), json(200, { data: null })]);
    expect(await failureOf(client.content(section).list())).toBeInstanceOf(UnreachableError);
    expect(await failureOf(client.content(section).get('a'))).toBeInstanceOf(UnreachableError);
  });
});
