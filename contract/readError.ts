import { passwordFaults, type PasswordFault } from './constants';
import type { ErrorBody, RefusalDetails } from './errorBody';
import { errorCodes, type ErrorCode } from './errors';

/** What is wrong with one value of the input: where it stands in it, and why it is refused. */
export interface InputFault {
  readonly path: readonly string[];
  /** A sentence for people, or one of the codes that the endpoint's comment names. */
  readonly message: string;
  /** The refused text itself, where the server repeats it. */
  readonly value: string;
}

/** What `error.details` of a refusal says, Strapi's own refusals included. What is not there is null, or an empty list. */
export interface ErrorDetails {
  readonly code: ErrorCode | null;
  readonly errors: readonly InputFault[];
  /** `weak_password`: why, in the server's order. */
  readonly faults: readonly PasswordFault[];
  /** `address_taken`, `login_taken`: the guest who has it. */
  readonly guestId: string | null;
  /** `password_change_required`: with it a new password can be set. */
  readonly token: string | null;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorCodes, code);

const isPasswordFault = (fault: unknown): fault is PasswordFault => passwordFaults.some((known) => known === fault);

/** Strapi writes a path as a list, or as one text. */
const pathOf = (path: unknown): string[] =>
  Array.isArray(path) ? path.map(String) : (textOf(path) ?? '').split('.').filter(Boolean);

/** Reads `error.details`, whatever it is. */
export const detailsOf = (details: unknown): ErrorDetails => {
  const read = (name: keyof RefusalDetails) => property(details, name);
  const code = read('code');
  return {
    code: isCode(code) ? code : null,
    errors: listOf(read('errors')).map((one) => ({
      path: pathOf(property(one, 'path')),
      message: textOf(property(one, 'message')) ?? '',
      value: textOf(property(one, 'value')) ?? '',
    })),
    faults: listOf(read('faults')).filter(isPasswordFault),
    guestId: textOf(read('guestId')),
    token: textOf(read('token')),
  };
};

const errorIn = (body: unknown): unknown => property(body, 'error' satisfies keyof ErrorBody);

/**
 * The one reader of a refusal's body (`contract/errorBody.ts`). It makes do with a body of any shape: a proxy before the site
 * answers what it likes.
 */
export const readError = (body: unknown): ErrorDetails =>
  detailsOf(property(errorIn(body), 'details' satisfies keyof ErrorBody['error']));

/** What a refusal's body says for people, in English; null where it says nothing. */
export const readMessage = (body: unknown): string | null =>
  textOf(property(errorIn(body), 'message' satisfies keyof ErrorBody['error']));

/** The status that a refusal's body gives; null where it says none, as where nothing was answered. */
export const readStatus = (body: unknown): number | null => {
  const status = property(errorIn(body), 'status' satisfies keyof ErrorBody['error']);
  return typeof status === 'number' ? status : null;
};
