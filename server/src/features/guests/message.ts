import { loginLink, siteName, type Strapi } from '../../kernel';
import { enqueue, provideZoneOfReader, registerMessage } from '../mail';
import { GUEST } from '../settings';
import { findGuest, type GuestRow } from './repository';
import { nameTo } from './rules';

/** Tells a guest that an editor has let them in. */
export const enqueueApproval = async (strapi: Strapi, guest: GuestRow): Promise<void> => {
  if (guest.email === null) return;
  await enqueue(strapi, {
    kind: 'guest-approved',
    to: guest.email,
    locale: guest.language,
    payload: { guestId: guest.documentId },
    dedupKey: `guest-approved:${guest.documentId}:${guest.version}`,
    about: { type: GUEST, id: guest.documentId },
  });
};

/** A mail to a guest is written by the clocks of their profile. Called at register. */
export const tellZones = (): void =>
  provideZoneOfReader(async (strapi, { guestId }) =>
    typeof guestId === 'string' ? ((await findGuest(strapi, guestId))?.timeZone ?? null) : null
  );

/** Called at register. */
export const registerApproval = (): void => {
  registerMessage('guest-approved', {
    variables: async (strapi, payload, to) => {
      const guest = await findGuest(strapi, String(payload['guestId']));
      if (guest === null || guest.closed) return 'cancel';
      return { guestName: nameTo(guest, to), siteName: siteName(strapi), link: loginLink(strapi) };
    },
  });
};
