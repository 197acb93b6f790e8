import { passwordFaults, type PasswordFault } from './constants';

/**
 * Every error code of the product, with its HTTP status. Clients match `error.details.code`, never the text.
 * One place, so that a code means one thing.
 */
export const errorCodes = {
  invalid_body: 400,
  invalid_query: 400,
  invalid_params: 400,
  key_in_url: 400,
  ambiguous_credentials: 400,
  relation_not_visible: 400,
  field_not_writable: 400,
  value_out_of_range: 400,
  invalid_settings: 400,
  weak_password: 400,
  invalid_key: 401,
  invalid_credentials: 401,
  invalid_link: 401,
  invalid_session: 401,
  origin_refused: 403,
  password_change_required: 403,
  wrong_password: 403,
  guest_not_shown: 403,
  door_closed: 403,
  guests_off: 403,
  domain_not_allowed: 403,
  grants_beyond_own: 403,
  access_decides: 403,
  forbidden: 403,
  write_not_allowed: 403,
  feature_off: 404,
  not_found: 404,
  conflict: 409,
  being_edited: 409,
  other_guest: 409,
  no_address: 409,
  no_key: 409,
  no_password: 409,
  address_taken: 409,
  login_taken: 409,
  login_fixed: 409,
  guest_not_closed: 409,
  link_used_up: 409,
  key_not_shown_again: 409,
  changed_meanwhile: 412,
  too_many_requests: 429,
  row_security_off: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

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
  const code = property(details, 'code');
  return {
    code: isCode(code) ? code : null,
    errors: listOf(property(details, 'errors')).map((one) => ({
      path: pathOf(property(one, 'path')),
      message: textOf(property(one, 'message')) ?? '',
      value: textOf(property(one, 'value')) ?? '',
    })),
    faults: listOf(property(details, 'faults')).filter(isPasswordFault),
    guestId: textOf(property(details, 'guestId')),
    token: textOf(property(details, 'token')),
  };
};

/**
 * The one reader of a refusal's body, `{ data: null, error: { status, name, message, details } }`. It makes do with a body of any
 * shape: a proxy before the site answers what it likes.
 */
export const readError = (body: unknown): ErrorDetails => detailsOf(property(property(body, 'error'), 'details'));
