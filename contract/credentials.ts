import { object, string } from 'yup';
import { endpoint, nothing } from './endpoint';

export {
  passwordFaults,
  passwordPolicies,
  passwordPolicyNames,
  plainFaultsOf,
  temporaryPasswordMin,
  type PasswordFault,
  type PasswordPolicy,
  type PasswordPolicyName,
} from './constants';

/** Any text a person may offer as a password; the policy speaks about new ones. Bounded, so that nobody is hashed for long. */
export const password = string().strict().max(512);

/** What a link carries; the form is looked at by the server, before any query. */
export const linkToken = string().strict().max(200);

/**
 * POST /auth/forgot-password — 204 always, at once: whether there is such a guest is worked out as the mail is sent.
 * 400 where it is no address.
 */
export const ForgotPassword = endpoint('ForgotPassword', {
  body: object({ email: string().strict().max(254).required() }).noUnknown(),
  response: nothing,
});

/**
 * POST /auth/set-password/preview — whom a link lets set a password, for the page behind it. Changes nothing. 401
 * `invalid_link` for every link that is not good (any more).
 */
export const PreviewPasswordLink = endpoint('PreviewPasswordLink', {
  body: object({ token: linkToken.required() }).noUnknown(),
  response: object({
    firstName: string().nullable().defined(),
    lastName: string().required(),
    /** What they log in with. */
    login: string().nullable().defined(),
    email: string().nullable().defined(),
  }),
});

/**
 * POST /auth/reset-password — sets a password by a link: the first one, or a new one. All sessions end, no new one begins.
 * 401 `invalid_link`, 400 `weak_password` with `details.faults`.
 */
export const ResetPassword = endpoint('ResetPassword', {
  body: object({ token: linkToken.required(), password: password.required() }).noUnknown(),
  response: nothing,
});

/**
 * POST /auth/renew-link — 204 always: where the token is one of ours that ran out or was used, the guest's stored address is
 * sent a new link of its kind.
 */
export const RenewLink = endpoint('RenewLink', {
  body: object({ token: linkToken.required() }).noUnknown(),
  response: nothing,
});

/** POST /me/password — all other sessions end. 403 `wrong_password`, 409 `no_password`, 400 `weak_password`. */
export const ChangePassword = endpoint('ChangePassword', {
  body: object({ currentPassword: password.required(), password: password.required() }).noUnknown(),
  response: nothing,
});

/**
 * POST /me/email — 202 whether or not the new address is somebody's. It is proved by a link mailed to it; the old one is told.
 * 403 `wrong_password`, 409 `no_password`, 403 `domain_not_allowed`.
 */
export const ChangeEmail = endpoint('ChangeEmail', {
  body: object({ email: string().strict().max(254).required(), password: password.required() }).noUnknown(),
  response: nothing,
});

/**
 * POST /auth/confirm-email — by the link mailed to a new address, and by the guest it is for: with their session (bearer or
 * cookie) or their password. Whoever reads the new address is not the guest by that. 401 `invalid_link`, 409 `address_taken`,
 * 403 `guest_not_shown` without either, or with another guest's session alone; 403 `wrong_password`. After a 403 the link is
 * as good as before.
 */
export const ConfirmEmail = endpoint('ConfirmEmail', {
  body: object({ token: linkToken.required(), password: password.optional() }).noUnknown(),
  response: object({ email: string().required() }),
});

/**
 * POST /auth/undo-email — by the link mailed to a former address, for seven days, once: the address is the guest's again. All
 * sessions end, the password and the access key are no good any more, and a link to a new password goes to the address.
 * 401 `invalid_link`; 409 `address_taken` where the address has become another guest's, and nothing is changed.
 */
export const UndoEmail = endpoint('UndoEmail', {
  body: object({ token: linkToken.required() }).noUnknown(),
  response: object({ email: string().required() }),
});
