import { linkTo, loginLink, now, siteName, transaction, type Strapi } from '../../kernel';
import { record } from '../activity';
import { findGuest, nameTo, type GuestRow } from '../guests';
import { registerMessage } from '../mail';
import { findPassword } from '../passwords';
import { reloadSettings } from '../settings';
import type { Purpose } from './rules';
import { issueTicket, reissueTicket } from './tickets';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a message refers to. */
type Payload = Readonly<Record<string, unknown>>;

const guestOfMessage = async (strapi: Strapi, { guestId }: Payload): Promise<GuestRow | null> =>
  typeof guestId === 'string' ? findGuest(strapi, guestId) : null;

/** The guest of a message that opens something: they may come in, and still have the address that the message goes to. */
const openGuestOf = async (strapi: Strapi, payload: Payload): Promise<GuestRow | null> => {
  const guest = await guestOfMessage(strapi, payload);
  return guest && !guest.closed && guest.email === payload['address'] ? guest : null;
};

const greeting = (strapi: Strapi, guest: GuestRow, to: string) => ({
  guestName: nameTo(guest, to),
  siteName: siteName(strapi),
});

const instantOf = ({ at }: Payload): Date => (typeof at === 'number' ? new Date(at) : now());

/** A link to set a password by; the secret in it is made as the message is sent, and stored nowhere. */
const passwordLink = async (strapi: Strapi, guest: GuestRow, purpose: Purpose) => {
  const { secret, endsAt } = await transaction(strapi, async () => {
    if (purpose === 'reset') {
      const actor = { kind: 'system', name: null } as const;
      await record(strapi, { action: 'password.reset-asked', guest: guest.documentId, actor });
    }
    return issueTicket(strapi, guest.documentId, purpose, guest.email);
  });
  return { link: linkTo(strapi, 'setPassword', secret), expiresAt: endsAt };
};

/** Whoever has one is asked again where they lost it: that link lives as short as any other to a password in use. */
const hasOwnPassword = async (strapi: Strapi, { documentId }: GuestRow): Promise<boolean> => {
  const password = await findPassword(strapi, documentId);
  return password !== null && !password.temporary;
};

const registerLinks = (): void => {
  registerMessage('guest-invitation', {
    variables: async (strapi, payload, to) => {
      const guest = await openGuestOf(strapi, payload);
      if (guest === null) return 'cancel';
      return {
        ...greeting(strapi, guest, to),
        ...(await passwordLink(strapi, guest, (await hasOwnPassword(strapi, guest)) ? 'reset' : 'set-password')),
        senderName: textOrNull(payload['senderName']),
        login: guest.login,
      };
    },
  });
  registerMessage('password-reset', {
    variables: async (strapi, payload, to) => {
      const guest = await openGuestOf(strapi, payload);
      if (guest === null || !(await reloadSettings(strapi)).signInMethods.password) return 'cancel';
      return { ...greeting(strapi, guest, to), ...(await passwordLink(strapi, guest, 'reset')) };
    },
  });
  registerMessage('email-confirm', {
    variables: async (strapi, payload) => {
      const guest = await guestOfMessage(strapi, payload);
      if (guest === null || guest.closed) return 'cancel';
      const issued = await reissueTicket(strapi, String(payload['ticketId']), 'change-email');
      if (issued === null) return 'cancel';
      const link = linkTo(strapi, 'confirmEmail', issued.secret);
      return { siteName: siteName(strapi), link, expiresAt: issued.endsAt };
    },
  });
  registerMessage('email-undo', {
    variables: async (strapi, payload) => {
      const issued = await reissueTicket(strapi, String(payload['ticketId']), 'undo-email');
      if (issued === null) return 'cancel';
      return {
        siteName: siteName(strapi),
        newAddress: textOrNull(payload['newAddress']) ?? '',
        at: instantOf(payload),
        link: linkTo(strapi, 'undoEmail', issued.secret),
        expiresAt: issued.endsAt,
      };
    },
  });
};

const registerNotices = (): void => {
  registerMessage('password-changed', {
    variables: async (strapi, payload, to) => {
      const guest = await guestOfMessage(strapi, payload);
      return guest ? { ...greeting(strapi, guest, to), at: instantOf(payload), link: loginLink(strapi) } : 'cancel';
    },
  });
  for (const kind of ['email-change-asked', 'email-changed'] as const) {
    registerMessage(kind, {
      variables: async (strapi, payload, to) => {
        const guest = await guestOfMessage(strapi, payload);
        if (guest === null) return 'cancel';
        const newAddress = textOrNull(payload['newAddress']) ?? '';
        return { ...greeting(strapi, guest, to), newAddress, at: instantOf(payload), link: loginLink(strapi) };
      },
    });
  }
  registerMessage('already-guest', {
    variables: async (strapi, payload, to) => {
      const guest = await guestOfMessage(strapi, payload);
      return guest && !guest.closed ? { ...greeting(strapi, guest, to), link: loginLink(strapi) } : 'cancel';
    },
  });
};

/** Where the values of this feature's messages come from. */
export const registerMessages = (): void => {
  registerLinks();
  registerNotices();
};
