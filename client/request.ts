import type { Method } from '../contract/routes';
import { GuestAccessError, UnreachableError } from './errors';
import { queryString, type Query } from './queryString';
import { withRetries, type RetryOptions } from './retry';

export interface ClientOptions extends RetryOptions {
  /** The site's address, `https://example.com`; '' from a page of the site itself. */
  readonly baseUrl: string;
  /** Of a login with the carrier `token`. */
  readonly token?: string | null;
  /** The session is in the browser's cookie, of a login with the carrier `cookie`. Only from a page of the site itself. */
  readonly cookie?: boolean;
  /** Sent along with each call. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In the place of the global one. */
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Ends the call; it fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface RequestOptions extends CallOptions {
  readonly query?: Query;
  readonly body?: unknown;
  /** The state of the row that was seen, its `updatedAt`; the server refuses (412) to overwrite a newer one. */
  readonly ifMatch?: string;
}

/** One call of the site's API by its path. Answers the body, null where there is none. */
export type SendRequest = (method: Method, path: string, options?: RequestOptions) => Promise<unknown>;

/** Without `Guest-Access` the server does not look at the session's cookie: a page of another site could not send it unasked. */
const sessionHeaders = ({ token, cookie }: ClientOptions): Record<string, string> => ({
  ...(cookie ? { 'Guest-Access': 'cookie' } : {}),
  ...(token ? { Authorization: `Bearer ${token}` } : {}),
});

const initOf = (client: ClientOptions, method: Method, { body, signal, ifMatch }: RequestOptions): RequestInit => ({
  method,
  credentials: client.cookie ? 'same-origin' : 'omit',
  cache: 'no-store',
  headers: {
    Accept: 'application/json',
    ...sessionHeaders(client),
    ...client.headers,
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(signal === undefined ? {} : { signal }),
});

/** What the server sent: null for nothing, undefined where it is not JSON (a proxy's own page). */
const parse = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @throws GuestAccessError, UnreachableError, or the signal's reason */
export const requestBy =
  (client: ClientOptions): SendRequest =>
  (method, path, options = {}) => {
    const { fetch = globalThis.fetch, baseUrl } = client;
    const { query = {}, signal } = options;
    const address = baseUrl.replace(/\/$/, '') + path + queryString(query);
    const attempt = async (): Promise<unknown> => {
      const answer = async () => {
        const response = await fetch(address, initOf(client, method, options));
        return { response, body: parse(await response.text()) };
      };
      const { response, body } = await answer().catch((error: unknown) => {
        if (signal?.aborted) throw error;
        throw new UnreachableError('no answer from the site', error);
      });
      if (!response.ok) throw new GuestAccessError(response.status, body, response.headers.get('Retry-After'));
      if (body === undefined) throw new UnreachableError('an answer that is none of this API');
      return body;
    };
    return withRetries(method, attempt, client, signal);
  };
