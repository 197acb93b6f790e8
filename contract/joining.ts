import { boolean, mixed, object, string } from 'yup';
import { typedText } from './contacts';
import { linkToken, password } from './credentials';
import { endpoint, nothing } from './endpoint';
import { locale } from './locales';
import { guestSelf } from './me';
import { sessionCarrier } from './sessions';
import { arrivalKind } from './settings';

/**
 * POST /join — Se joindre (P4). 202 whether or not the address is known: it is mailed a link by which joining goes on, or by
 * which its guest comes in as usual. 403 `domain_not_allowed`, 403 `door_closed`, 400 where it is no address.
 */
export const Join = endpoint('Join', {
  body: object({ email: string().strict().max(254).required(), locale: locale.optional() }).noUnknown(),
  response: nothing,
});

/** POST /join/preview — what the page behind the mailed link says. Changes nothing. 401 `invalid_link`. */
export const PreviewJoin = endpoint('PreviewJoin', {
  body: object({ token: linkToken.required() }).noUnknown(),
  response: object({
    email: string().required(),
    addAs: arrivalKind.required(),
    approval: boolean().required(),
    /** Who made the invitation link, where they came by one. */
    inviterName: string().nullable().defined(),
    /** What the site knows of the address's contact already, to begin with. */
    firstName: string().nullable().defined(),
    lastName: string().nullable().defined(),
  }),
});

/** What came of it: they are in; an editor has to agree first; they stand in the address book. */
export const joinOutcomes = ['session', 'waiting', 'registered'] as const;
export type JoinOutcome = (typeof joinOutcomes)[number];

/**
 * POST /join/confirm — the address is proved by the token; the rule under which it was allowed is asked again. 401
 * `invalid_link` for one that is unknown, used, expired, superseded or not allowed any more; 409 `link_used_up` where the
 * invitation link has no place left; 400 `weak_password`. `password` is required where one becomes a guest.
 */
export const ConfirmJoin = endpoint('ConfirmJoin', {
  body: object({
    token: linkToken.required(),
    firstName: typedText(120).min(1).required(),
    lastName: typedText(120).min(1).required(),
    password: password.optional(),
    locale: locale.optional(),
    carrier: sessionCarrier,
  }).noUnknown(),
  response: object({
    outcome: mixed<JoinOutcome>()
      .oneOf([...joinOutcomes])
      .required(),
    /** Null where the session is kept in a cookie, or there is none. */
    token: string().nullable().defined(),
    expiresAt: string().nullable().defined(),
    guest: guestSelf.nullable().defined(),
  }),
});
