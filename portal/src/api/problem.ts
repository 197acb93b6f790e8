import type { GuestAccessError } from '../../../client';
import { passwordFaults, type PasswordFault } from '../../../contract/constants';
import type { ErrorCode } from '../../../contract/errors';
import type { InputFault } from '../../../contract/readError';
import type { Explanation } from '../language/explain';
import type { MessageValues } from '../language/message';
import type { MessageKey } from '../language/translations';
import { faultOf } from './faults';

/** Why a call failed, as far as a person can do something about it. */
export type Problem =
  | { readonly kind: 'unauthorized'; readonly code: ErrorCode | null }
  | { readonly kind: 'forbidden'; readonly code: ErrorCode | null }
  /** The password was right, and a temporary one: with the token a new one can be set. */
  | { readonly kind: 'password-change'; readonly token: string }
  | { readonly kind: 'not-found'; readonly code: ErrorCode | null }
  /** `faults`: what is wrong with the attributes that the server refused, by their names, where it said so. */
  | {
      readonly kind: 'invalid';
      readonly code: ErrorCode | null;
      readonly faults: Readonly<Record<string, Explanation>>;
    }
  | { readonly kind: 'weak-password'; readonly faults: readonly PasswordFault[] }
  /** `fields`: those that somebody else is changing, where the server said so. */
  | { readonly kind: 'conflict'; readonly code: ErrorCode | null; readonly fields: readonly string[] }
  /** Another guest is logged in by now than the one for whom the page was drawn. */
  | { readonly kind: 'other-guest' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number | null }
  /** This device has no network. */
  | { readonly kind: 'offline' }
  /** No answer, or one that is the server's own fault. */
  | { readonly kind: 'unavailable' };

/**
 * Strapi names a refused attribute in `error.details.errors[].path`: `['subject']`, or `['seo', 'title']` in a component. Of
 * several faults of one the first is told.
 */
const refusals = (errors: readonly InputFault[]): Record<string, Explanation> => {
  const named = errors.flatMap(({ path: [name], message }): [string, Explanation][] =>
    name === undefined || name === '' ? [] : [[name, faultOf(message)]]
  );
  return Object.fromEntries(named.reverse());
};

/** What a refusal means to a person. */
export const problemOf = ({ status, details, retryAfterSeconds }: GuestAccessError): Problem => {
  const { code, errors, faults, token } = details;
  if (code === 'password_change_required' && token !== null) return { kind: 'password-change', token };
  if (code === 'weak_password')
    return { kind: 'weak-password', faults: passwordFaults.filter((fault) => faults.includes(fault)) };
  if (code === 'other_guest') return { kind: 'other-guest' };
  if (status === 401) return { kind: 'unauthorized', code };
  if (status === 403) return { kind: 'forbidden', code };
  if (status === 404) return { kind: 'not-found', code };
  if (status === 409 || status === 412) return { kind: 'conflict', code, fields: Object.keys(refusals(errors)) };
  if (status === 429) return { kind: 'busy', retryAfterSeconds };
  if (status >= 400 && status < 500) return { kind: 'invalid', code, faults: refusals(errors) };
  return { kind: 'unavailable' };
};

export const hasCode = (problem: Problem, code: ErrorCode): boolean => 'code' in problem && problem.code === code;

/** Whether the site has closed guest access for now. The session is kept: it goes on as soon as the site opens it again. */
export const isOff = (problem: Problem): boolean => hasCode(problem, 'guests_off') || hasCode(problem, 'feature_off');

/** What is said of a code that means one thing wherever it comes. */
const codeMessages: Readonly<Partial<Record<ErrorCode, MessageKey>>> = {
  invalid_credentials: 'problem.credentials',
  invalid_link: 'problem.link',
  invalid_key: 'problem.link',
  write_not_allowed: 'problem.outOfReach',
  door_closed: 'problem.doorClosed',
  guests_off: 'problem.guestsOff',
  feature_off: 'problem.guestsOff',
  wrong_password: 'problem.wrongPassword',
  guest_not_shown: 'problem.guestNotShown',
  domain_not_allowed: 'problem.domain',
  relation_not_visible: 'problem.relation',
  field_not_writable: 'problem.field',
  being_edited: 'problem.beingEdited',
  link_used_up: 'problem.linkUsedUp',
  address_taken: 'problem.addressTaken',
  no_password: 'problem.noPassword',
};

const kindMessages = {
  unauthorized: 'problem.unauthorized',
  forbidden: 'problem.forbidden',
  'password-change': 'problem.passwordChange',
  'not-found': 'problem.notFound',
  invalid: 'problem.invalid',
  'weak-password': 'problem.weakPassword',
  conflict: 'problem.conflict',
  'other-guest': 'problem.otherGuest',
  busy: 'problem.busy',
  offline: 'problem.offline',
  unavailable: 'problem.unavailable',
} as const satisfies Record<Problem['kind'], MessageKey>;

/** The text that tells a person what happened and what to do. */
export const problemMessage = (problem: Problem): { key: MessageKey; values?: MessageValues } => {
  if (problem.kind === 'busy' && problem.retryAfterSeconds !== null) {
    const { retryAfterSeconds: seconds } = problem;
    return seconds <= 90
      ? { key: 'problem.busySeconds', values: { count: seconds } }
      : { key: 'problem.busyMinutes', values: { count: Math.ceil(seconds / 60) } };
  }
  const codes: ReadonlyMap<string, MessageKey> = new Map(Object.entries(codeMessages));
  const known = 'code' in problem && problem.code !== null ? codes.get(problem.code) : undefined;
  return { key: known ?? kindMessages[problem.kind] };
};
