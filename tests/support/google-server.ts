import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export const googleClient = 'tests-client.apps.googleusercontent.com';
export const googleSecret = 'tests-google-client-secret';
const scope = 'https://www.googleapis.com/auth/contacts.readonly';

/** Somebody in the contacts at Google, in the form of its People API. */
export interface PersonAtGoogle {
  names?: { familyName?: string; givenName?: string; displayName?: string }[];
  emailAddresses?: { value: string }[];
  phoneNumbers?: { value: string; type?: string }[];
  organizations?: { name: string }[];
}

/** An answer of the People API that a test lays down. */
interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Grant {
  clientId: string;
  redirectUri: string;
  challenge: string;
  scope: string;
}

/**
 * An authorization server and a People server in the place of Google's, which hold a client to what Google and RFC 7636 ask. A code is good
 * once; a token until it is revoked.
 */
export const startGoogleServer = async (port: number) => {
  const codes = new Map<string, Grant>();
  const tokens = new Set<string>();
  const google = {
    people: [] as PersonAtGoogle[],
    pageSize: 1_000,
    /** What the People API answers next, before anything else. */
    answers: [] as Answer[],
    /** What the token endpoint answers, where it is not what it should be. */
    tokenAnswer: null as Answer | null,
    /** Whether the next page is always another one. */
    isEndless: false,
    /** Tokens that were handed out, and those that were revoked. */
    issued: [] as string[],
    revoked: [] as string[],
    /** What was asked, by path and search. */
    asked: [] as string[],
    /** What a consent gives: a person may leave the box before the contacts empty. */
    granted: scope,

    /** Consents in the name of whoever follows an address, as a browser would; answers what Google leads back with. */
    async consent(address: string, { isDenied = false } = {}): Promise<URLSearchParams> {
      const response = await fetch(`${address}&${isDenied ? 'deny' : 'allow'}=1`, { redirect: 'manual' });
      const location = response.headers.get('Location');
      if (location === null) throw new Error(`no way back: ${response.status} ${await response.text()}`);
      return new URL(location).searchParams;
    },

    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const send = (response: ServerResponse, { status, headers = {}, body }: Answer): void => {
    const isText = typeof body === 'string';
    response.writeHead(status, { 'Content-Type': isText ? 'text/html' : 'application/json', ...headers });
    response.end(isText ? body : JSON.stringify(body ?? {}));
  };

  const authorize = (url: URL, response: ServerResponse): void => {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const isRight =
      asked('client_id') === googleClient &&
      asked('response_type') === 'code' &&
      asked('code_challenge_method') === 'S256' &&
      asked('scope') === scope &&
      asked('access_type') === 'online' &&
      asked('state').length >= 32;
    if (!isRight) return send(response, { status: 400, body: '<h1>invalid_request</h1>' });
    const back = new URL(asked('redirect_uri'));
    back.searchParams.set('state', asked('state'));
    if (url.searchParams.has('deny')) {
      back.searchParams.set('error', 'access_denied');
      return send(response, { status: 302, headers: { Location: back.href } });
    }
    if (!url.searchParams.has('allow')) {
      const links = ['allow', 'deny'].map((choice) => `<a href="${url.href}&${choice}=1">${choice}</a>`);
      return send(response, {
        status: 200,
        body: `<!doctype html><title>Google</title>${links.join(' ').replaceAll('&', '&amp;')}`,
      });
    }
    const code = randomBytes(16).toString('hex');
    codes.set(code, {
      clientId: asked('client_id'),
      redirectUri: asked('redirect_uri'),
      challenge: asked('code_challenge'),
      scope: google.granted,
    });
    back.searchParams.set('code', code);
    back.searchParams.set('scope', google.granted);
    send(response, { status: 302, headers: { Location: back.href } });
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (google.tokenAnswer !== null) return send(response, google.tokenAnswer);
    const form = new URLSearchParams(await text(request));
    const fault = (error: string, status = 400) => send(response, { status, body: { error } });
    if (form.get('client_id') !== googleClient || form.get('client_secret') !== googleSecret)
      return fault('invalid_client', 401);
    const code = form.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant === undefined || grant.challenge !== challenge) return fault('invalid_grant');
    if (grant.redirectUri !== form.get('redirect_uri')) return fault('redirect_uri_mismatch');
    const token = `ya29.${randomBytes(24).toString('hex')}`;
    tokens.add(token);
    google.issued.push(token);
    send(response, {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_in: 3599, scope: grant.scope },
    });
  };

  const revoke = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const token = new URLSearchParams(await text(request)).get('token') ?? '';
    tokens.delete(token);
    google.revoked.push(token);
    send(response, { status: 200 });
  };

  const people = (request: IncomingMessage, url: URL, response: ServerResponse): void => {
    if (!tokens.has(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''))
      return send(response, {
        status: 401,
        headers: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/"' },
      });
    const laidDown = google.answers.shift();
    if (laidDown !== undefined) return send(response, laidDown);
    const from = Number(url.searchParams.get('pageToken') ?? 0);
    const upTo = from + google.pageSize;
    const hasMore = google.isEndless || upTo < google.people.length;
    send(response, {
      status: 200,
      body: {
        connections: google.people.slice(from, upTo).map((person) => ({ resourceName: 'people/c1', ...person })),
        totalItems: google.people.length,
        ...(hasMore ? { nextPageToken: String(upTo) } : {}),
      },
    });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    google.asked.push(`${url.pathname}${url.search}`);
    switch (url.pathname) {
      case '/o/oauth2/v2/auth':
        return authorize(url, response);
      case '/token':
        return exchange(request, response);
      case '/revoke':
        return revoke(request, response);
      case '/v1/people/me/connections':
        return people(request, url, response);
      default:
        return send(response, { status: 404 });
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return google;
};

export type GoogleServer = Awaited<ReturnType<typeof startGoogleServer>>;
