import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { password } from './credentials';
import { device } from './device';
import { documentId, endpoint, nothing } from './endpoint';
import { guestSelf } from './me';

export { doors, drawnFor, guestHeader, type Door } from './constants';

/**
 * How the session is kept: `token` in the answer, for clients that send it as a bearer token; `cookie` in an HttpOnly
 * cookie that the portal's page cannot read.
 */
export const sessionCarriers = ['token', 'cookie'] as const;
export type SessionCarrier = (typeof sessionCarriers)[number];

export const sessionCarrier = mixed<SessionCarrier>()
  .oneOf([...sessionCarriers])
  .default('token');

export const startedSession = object({
  /** Null where the session is kept in a cookie. */
  token: string().nullable().defined(),
  expiresAt: string().required(),
  guest: guestSelf.required(),
});

/** POST /auth/key — log in by key. 401 `invalid_key` for every key that does not let in, whatever the reason. */
export const LogInByKey = endpoint('LogInByKey', {
  body: object({
    key: string().strict().max(200).required(),
    carrier: sessionCarrier,
  }).noUnknown(),
  response: startedSession,
});

/**
 * POST /auth/password — by login name or e-mail. 401 `invalid_credentials` for every pair that does not let in, whatever the
 * reason, after the same time; 403 `password_change_required` for a right temporary one, with `details.token`, good at
 * `ResetPassword`; 403 `door_closed`; 429 `too_many_requests`.
 */
export const LogInByPassword = endpoint('LogInByPassword', {
  body: object({
    login: string().strict().max(254).required(),
    password: password.required(),
    carrier: sessionCarrier,
  }).noUnknown(),
  response: startedSession,
});

/** How long an editor may look at the portal as a guest. */
export const previewMinutes = 15;

/**
 * POST /guests/:guestId/preview — a link that opens the portal as this guest (N3): good once, for two minutes; the session
 * it opens is read-only, lasts `previewMinutes`, and stands in the log.
 */
export const StartPreview = endpoint('StartPreview', {
  params: object({ guestId: documentId.required() }).noUnknown(),
  response: object({ link: string().required() }),
});

/** POST /auth/preview — the portal's page `/preview#gpt_…` hands in the ticket of that link. 401 `invalid_key`. */
export const LogInByPreview = endpoint('LogInByPreview', {
  body: object({ ticket: string().strict().max(200).required() }).noUnknown(),
  response: object({ expiresAt: string().required(), guest: guestSelf.required() }),
});

/** POST /auth/logout — ends this session. */
export const LogOut = endpoint('LogOut', { response: nothing });

/** How many sessions a guest may have opened: one more ends the one that was not used for longest. */
export const sessionsMax = 20;

/** GET /me/sessions — the guest's own logins that are good now, the last used first. An editor's look (N3) is not among them. */
export const ListMySessions = endpoint('ListMySessions', {
  response: object({
    sessions: array(
      object({
        id: string().required(),
        current: boolean().required(),
        door: mixed<'key' | 'password' | 'join'>().oneOf(['key', 'password', 'join']).required(),
        device: device.required(),
        startedAt: string().required(),
        lastSeenAt: string().required(),
      }).required()
    ).required(),
    sessionsMax: number().required(),
  }),
});

/** DELETE /me/sessions/:sessionId — ends one of their own; 404 for any other. */
export const EndMySession = endpoint('EndMySession', {
  params: object({ sessionId: string().strict().uuid().required() }).noUnknown(),
  response: nothing,
});

/** DELETE /me/sessions — ends all of them, this one too. */
export const EndMySessions = endpoint('EndMySessions', { response: nothing });

const guestParams = object({ guestId: documentId.required() }).noUnknown();

/** A login of a guest's that is good now, as an editor sees it. */
export const guestSession = object({
  id: string().required(),
  door: mixed<'key' | 'password' | 'join'>().oneOf(['key', 'password', 'join']).required(),
  device: device.required(),
  startedAt: string().required(),
  lastSeenAt: string().required(),
});

export type GuestSession = InferType<typeof guestSession>;

/** GET /guests/:guestId/sessions — where a guest is logged in now, the last used first. */
export const ListGuestSessions = endpoint('ListGuestSessions', {
  params: guestParams,
  response: object({ sessions: array(guestSession.required()).required() }),
});

/** DELETE /guests/:guestId/sessions — logs a guest out everywhere; what they come in by stays good. */
export const EndGuestSessions = endpoint('EndGuestSessions', {
  params: guestParams,
  response: nothing,
});
