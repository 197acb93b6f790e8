import { createClient, GuestAccessError, type Client } from '../../../client';
import { guestHeader } from '../../../contract/constants';
import { problemOf, type Problem } from './problem';

export type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problem: Problem };

export interface AskOptions {
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

type Call<Data> = (client: Client) => Promise<Data>;

const attempt = async <Data>(call: Call<Data>, who: string | null): Promise<Answer<Data>> => {
  const headers: Record<string, string> = who === null ? {} : { [guestHeader]: who };
  try {
    return { ok: true, data: await call(createClient({ baseUrl: '', cookie: true, headers })) };
  } catch (error) {
    if (error instanceof GuestAccessError) return { ok: false, problem: problemOf(error) };
    return { ok: false, problem: { kind: navigator.onLine ? 'unavailable' : 'offline' } };
  }
};

/**
 * Calls of the site's API. The session is in a cookie that this page cannot read; the browser sends it along.
 * Never throws: no network is an answer too, `offline` where the browser knows of it, else `unavailable`. Where the session is
 * over, or another's by now, the call goes on once its guest is back.
 */
export const ask = async <Data>(call: Call<Data>, options: AskOptions = {}): Promise<Answer<Data>> => {
  const who = options.forWhoever ? null : drawnFor;
  const answer = await attempt(call, who);
  if (answer.ok || who === null || options.once || !isOfAnotherSession(answer.problem)) return answer;
  return (await recover()) ? attempt(call, who) : answer;
};
