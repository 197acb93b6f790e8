import { guestHeader } from '../../../contract/constants';
import type { Method } from '../../../contract/routes';
import { problemOf, type Problem } from './problem';
import { queryString, type Query } from './queryString';

export type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problem: Problem };

export interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The state of the row that the person saw; the server refuses (412) to overwrite a newer one. */
  readonly ifMatch?: string;
  /** Whoever is logged in is meant, not the guest for whom the page was drawn. */
  readonly forWhoever?: boolean;
  /** Where it was refused because of the session, it is not made again: it ends the session. */
  readonly once?: boolean;
}

let drawnFor: string | null = null;

/** Says for whom the page is drawn from now on (`drawnFor` of the contract), null for nobody: each call that follows says so. */
export const drawFor = (who: string | null): void => {
  drawnFor = who;
};

/**
 * Waits until a call that was refused can be made again: true once the guest for whom the page was drawn is logged in again,
 * false where that will not be.
 */
export type Recover = () => Promise<boolean>;
const cannotRecover: Recover = () => Promise.resolve(false);
let recover = cannotRecover;

/** Says what to do where the session is over or another's. @returns what takes it back */
export const recoverBy = (given: Recover): (() => void) => {
  recover = given;
  return () => {
    recover = cannotRecover;
  };
};

/** Whether a call was refused because of whose session it came with. Nothing was done; it can be made again as it is. */
const isOfAnotherSession = (problem: Problem): boolean =>
  problem.kind === 'other-guest' || (problem.kind === 'unauthorized' && problem.code === 'invalid_session');

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

const send = async (
  method: Method,
  path: string,
  who: string | null,
  { query = {}, body, signal, ifMatch }: RequestOptions
): Promise<Answer<unknown>> => {
  try {
    const response = await fetch(path + queryString(query), {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        ...sessionHeader,
        ...(who === null ? {} : { [guestHeader]: who }),
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

/**
 * One call of the site's API. The session is in a cookie that this page cannot read; the browser sends it along.
 * Never throws: no network is an answer too, `offline` where the browser knows of it, else `unavailable`. Where the session is
 * over, or another's by now, the call goes on once its guest is back.
 */
export const request = async (method: Method, path: string, options: RequestOptions = {}): Promise<Answer<unknown>> => {
  const who = options.forWhoever ? null : drawnFor;
  const answer = await send(method, path, who, options);
  if (answer.ok || who === null || options.once || !isOfAnotherSession(answer.problem)) return answer;
  return (await recover()) ? send(method, path, who, options) : answer;
};
