import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { typedText } from './contacts';
import { linkToken } from './credentials';
import { asTyped, documentId, endpoint, nothing } from './endpoint';
import { grants } from './grants';
import { guestRow } from './guests';
import { locale } from './locales';
import { arrivalKind } from './settings';

/**
 * How an invitation link stands. `stopped`: the person who made it may not give this any more, or is not there any more.
 */
export const invitationStates = ['open', 'full', 'expired', 'revoked', 'stopped'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationDaysDefault = 7;
export const invitationPlacesMax = 10_000;

export const invitationLink = object({
  documentId: string().required(),
  /** What the editor calls it; nobody else sees it. */
  name: string().required(),
  state: mixed<InvitationState>()
    .oneOf([...invitationStates])
    .required(),
  addAs: arrivalKind.required(),
  approval: boolean().required(),
  /** Only addresses of this domain; null: any address. */
  domain: string().nullable().defined(),
  ...grants,
  createdAt: string().required(),
  createdByName: string().required(),
  expiresAt: string().nullable().defined(),
  /** Null: no bound. */
  placesMax: number().nullable().defined(),
  placesTaken: number().required(),
  lastFour: string().required(),
  /** Whether `RevealInvitationLink` can show the link again (the site has an encryption key). */
  canReveal: boolean().required(),
});
export type InvitationLink = InferType<typeof invitationLink>;

/** GET /invitation-links — newest first. */
export const ListInvitationLinks = endpoint('ListInvitationLinks', {
  response: object({ links: array(invitationLink.required()).required() }),
});

/**
 * POST /invitation-links — the link is in this answer. It gives what its maker may give themselves: without `access.manage`
 * nothing. 403 `grants_beyond_own`, 400 `invalid_body` for a domain that is none.
 */
export const CreateInvitationLink = endpoint('CreateInvitationLink', {
  body: object({
    name: typedText(120).min(1).required(),
    addAs: arrivalKind.default('guest'),
    approval: boolean().transform(asTyped).default(false),
    domain: typedText(253).nullable().default(null),
    ...grants,
    /** Left out: in seven days. Null: never. */
    expiresAt: string().strict().datetime().nullable().optional(),
    placesMax: number().transform(asTyped).integer().min(1).max(invitationPlacesMax).nullable().default(null),
  }).noUnknown(),
  response: object({ link: invitationLink.required(), url: string().required() }),
});

const linkParams = object({ linkId: documentId.required() }).noUnknown();

/**
 * POST /invitation-links/:linkId/reveal — the link again, for whoever may give what it gives: 403 `grants_beyond_own`
 * otherwise; 409 `key_not_shown_again` where the site has no encryption key.
 */
export const RevealInvitationLink = endpoint('RevealInvitationLink', {
  params: linkParams,
  response: object({ url: string().required() }),
});

/** DELETE /invitation-links/:linkId — nobody comes in by it any more, nor by a mail it caused. Who came stays. */
export const RevokeInvitationLink = endpoint('RevokeInvitationLink', {
  params: linkParams,
  response: invitationLink,
});

/** GET /invitation-links/:linkId/arrivals — who came by it; null where the reader lacks `guests.read`. */
export const ListArrivals = endpoint('ListArrivals', {
  params: linkParams,
  response: object({ guests: array(guestRow.required()).nullable().defined() }),
});

/** POST /invitations/preview — who invites, to what. Changes nothing. 401 `invalid_link`, 409 `link_used_up`. */
export const PreviewInvitation = endpoint('PreviewInvitation', {
  body: object({ token: linkToken.required() }).noUnknown(),
  response: object({
    inviterName: string().required(),
    addAs: arrivalKind.required(),
    approval: boolean().required(),
    domain: string().nullable().defined(),
    expiresAt: string().nullable().defined(),
  }),
});

/**
 * POST /invitations/accept — 202 whether or not the address is known: a link never gives a session, it gives a mail, and
 * that goes on at `ConfirmJoin` (names, password). 401 `invalid_link`, 403 `domain_not_allowed`, 409 `link_used_up`.
 */
export const AcceptInvitation = endpoint('AcceptInvitation', {
  body: object({
    token: linkToken.required(),
    email: string().strict().max(254).required(),
    locale: locale.optional(),
  }).noUnknown(),
  response: nothing,
});
