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
  invalid_settings: 400,
  weak_password: 400,
  invalid_key: 401,
  invalid_credentials: 401,
  invalid_link: 401,
  invalid_session: 401,
  origin_refused: 403,
  password_change_required: 403,
  wrong_password: 403,
  door_closed: 403,
  domain_not_allowed: 403,
  grants_beyond_own: 403,
  forbidden: 403,
  write_not_allowed: 403,
  feature_off: 404,
  not_found: 404,
  conflict: 409,
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
