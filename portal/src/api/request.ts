import type { Method } from '../../../contract/endpoint';
import { problemOf, type Problem } from './problem';
import { queryString, type Query } from './queryString';

export type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problem: Problem };

interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The state of the row that the person saw; the server refuses (412) to overwrite a newer one. */
  readonly ifMatch?: string;
}

/** Without it the server does not look at the session's cookie: a page of another site could not send it unasked. */
const sessionHeader = { 'Guest-Access': 'cookie' };

/** What the server sent, or null where it is not JSON (204, a proxy's own error page). */
const readBody = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};

/**
 * One call of the site's API. The session is in a cookie that this page cannot read; the browser sends it along.
 * Never throws: no network is an answer too, `offline` where the browser knows of it, else `unavailable`.
 */
export const request = async (
  method: Method,
  path: string,
  { query = {}, body, signal, ifMatch }: RequestOptions = {}
): Promise<Answer<unknown>> => {
  try {
    const response = await fetch(path + queryString(query), {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        ...sessionHeader,
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const data = await readBody(response);
    if (response.ok) return { ok: true, data };
    return { ok: false, problem: problemOf(response.status, data, response.headers.get('Retry-After')) };
  } catch {
    return { ok: false, problem: { kind: navigator.onLine ? 'unavailable' : 'offline' } };
  }
};
