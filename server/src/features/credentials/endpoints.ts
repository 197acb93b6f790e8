import type { Context } from 'koa';
import {
  ChangeEmail,
  ChangePassword,
  ConfirmEmail,
  ForgotPassword,
  PreviewPasswordLink,
  RenewLink,
  ResetPassword,
  UndoEmail,
} from '../../../../contract';
import {
  asSystem,
  failure,
  guarded,
  handle,
  now,
  parseAddress,
  readableAddress,
  requireAddress,
  requireGuest,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { findGuest, findGuestByEmailKey, sessionPort, type GuestRow } from '../guests';
import { countRequest, mayMailGuest, mayMailStranger } from '../mail';
import { findPassword, passwordMatches, type Password } from '../passwords';
import { requireGuests } from '../settings';
import { askForEmail, confirmEmail, undoEmail } from './change-email';
import { countingAtLink, countingConfirmations, countingLinks } from './limits';
import { mailInvitation, mailReset } from './mails';
import { passwordPurposes, renewalOf } from './rules';
import { changePassword, setByTicket, wrongPassword } from './set-password';
import { requireTicket, ticketOf } from './tickets';

/** The guest of a session, who showed their password again. @throws 409 `no_password`, 403 `wrong_password`, 429 */
const confirmedGuest = async (
  strapi: Strapi,
  guestId: string,
  password: string
): Promise<{ guest: GuestRow; present: Password }> => {
  const guest = await findGuest(strapi, guestId);
  const present = await findPassword(strapi, guestId);
  if (guest === null || present === null) throw failure('no_password', 'You have no password yet.');
  return countingConfirmations(strapi, guestId, async () => {
    if (!(await passwordMatches(strapi, password, present.digest))) throw wrongPassword();
    return { guest, present };
  });
};

/**
 * Refuses whoever is not this guest, by their session or else by their password: a link says where it was mailed to, and not who
 * reads it there. An editor's look at the portal is not the guest.
 * @throws 403 `guest_not_shown`, `wrong_password`; 429
 */
const requireThemselves = async (
  strapi: Strapi,
  ctx: Context,
  guest: GuestRow,
  password: string | undefined
): Promise<void> => {
  const caller = await sessionPort().guestOfRequest(strapi, ctx);
  if (caller?.documentId === guest.documentId && !caller.readOnly) return;
  const present = await findPassword(strapi, guest.documentId);
  if (password === undefined || present === null) {
    throw failure('guest_not_shown', 'Please log in, or give the password of this access.');
  }
  await countingAtLink(strapi, guest.documentId, async () => {
    if (!(await passwordMatches(strapi, password, present.digest))) throw wrongPassword();
  });
};

/** Mails a guest a new link in the place of one that is no good any more. */
const renew = async (strapi: Strapi, token: string): Promise<void> => {
  const ticket = await ticketOf(strapi, 'reset', token);
  const guest = ticket && (await findGuest(strapi, ticket.guest));
  const parsed = parseAddress(guest?.email);
  if (ticket === null || guest === null || guest.closed || parsed.kind !== 'address') return;
  const hasPassword = (await findPassword(strapi, guest.documentId)) !== null;
  const renewal = renewalOf(ticket, { hasPassword }, now().getTime());
  if (renewal === 'password-reset') await mailReset(strapi, parsed, guest);
  if (renewal === 'guest-invitation' && (await mayMailGuest(strapi, parsed, true))) {
    await mailInvitation(strapi, guest, null);
  }
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(ForgotPassword, async ({ strapi, body, ctx }) => {
    const asked = requireAddress(body.email);
    await countRequest(strapi, ctx.ip);
    await mailReset(strapi, asked, await findGuestByEmailKey(strapi, asked.key));
  }),

  handle(PreviewPasswordLink, async ({ strapi, body, ctx }) =>
    countingLinks(strapi, ctx, async () => {
      const { guest } = await requireTicket(strapi, 'reset', body.token, passwordPurposes);
      const { firstName, lastName, login, email } = guest;
      return { firstName, lastName, login, email: email && readableAddress(email) };
    })
  ),

  handle(ResetPassword, async ({ strapi, body, ctx }) =>
    countingLinks(strapi, ctx, async () => {
      const { ticket, guest } = await requireTicket(strapi, 'reset', body.token, passwordPurposes);
      await setByTicket(strapi, ticket, guest, body.password);
    })
  ),

  handle(RenewLink, async ({ strapi, body, ctx }) => {
    await countRequest(strapi, ctx.ip);
    await renew(strapi, body.token);
  }),

  handle(ChangePassword, async ({ strapi, body, ctx }) => {
    const { documentId, sessionId } = requireGuest(ctx);
    await asSystem(async () => {
      const confirmed = await confirmedGuest(strapi, documentId, body.currentPassword);
      await changePassword(strapi, confirmed, { password: body.password, sessionId });
    });
  }),

  handle(ChangeEmail, async ({ strapi, body, ctx }) => {
    const asked = requireAddress(body.email);
    const { documentId } = requireGuest(ctx);
    await countRequest(strapi, ctx.ip);
    await asSystem(async () => {
      const { guest } = await confirmedGuest(strapi, documentId, body.password);
      if (asked.key === guest.emailKey || !(await mayMailStranger(strapi, asked, { guest: documentId }))) return;
      await askForEmail(strapi, guest, asked);
    });
  }),

  handle(ConfirmEmail, async ({ strapi, body, ctx }) => {
    const { ticket, guest } = await countingLinks(strapi, ctx, () =>
      requireTicket(strapi, 'verification', body.token, ['change-email'])
    );
    await requireThemselves(strapi, ctx, guest, body.password);
    return { email: readableAddress(await confirmEmail(strapi, ticket, guest)) };
  }),

  handle(UndoEmail, async ({ strapi, body, ctx }) => {
    const { ticket, guest } = await countingLinks(strapi, ctx, () =>
      requireTicket(strapi, 'verification', body.token, ['undo-email'])
    );
    return { email: readableAddress(await undoEmail(strapi, ticket, guest)) };
  }),
]);
