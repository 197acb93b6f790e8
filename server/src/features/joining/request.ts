import { defaultLocale, locales, type Locale } from '../../../../contract';
import {
  keyedDigest,
  linkTo,
  newSecret,
  now,
  parseAddress,
  siteName,
  transaction,
  type Address,
  type Strapi,
} from '../../kernel';
import { findGuestByEmailKey, type GuestRow } from '../guests';
import { enqueue, mayMailStranger, registerMessage } from '../mail';
import { GUEST } from '../settings';
import { putRequest, repeatMs, slotOf } from './repository';
import { joinSourceNames, sourceOf, type JoinSourceName } from './sources';

const hourMs = 60 * 60 * 1000;
/** How long the link in the mail is good. */
const linkMs = 24 * hourMs;

export interface Asked {
  address: Address;
  source: JoinSourceName;
  reference: string | null;
  locale: Locale;
  /** Where the request comes from. */
  ip: string;
}

/**
 * Takes on a request of a stranger: one message in the outbox, whoever they are. What is mailed, and whether anything is, is
 * worked out as it is sent, so that neither the answer nor its time tells who is known here.
 */
export const askToJoin = async (strapi: Strapi, { address, source, reference, locale, ip }: Asked): Promise<void> => {
  if (!(await mayMailStranger(strapi, address, { ip }))) return;
  const askedAt = now().getTime();
  const slot = slotOf(strapi, source, reference, address.key);
  const message = {
    kind: 'join-confirm' as const,
    to: address.address,
    locale,
    payload: { address: address.address, source, reference, locale, askedAt },
    dedupKey: `join-confirm:${slot}:${Math.floor(askedAt / repeatMs)}`,
    expiresAt: new Date(askedAt + linkMs),
  };
  // Many for one address at once can stand in each other's way.
  await transaction(strapi, () => enqueue(strapi, message));
};

/** Somebody who is a guest is told so instead. A closed access is not spoken of. */
const sendAlreadyGuest = async (strapi: Strapi, guest: GuestRow, askedAt: number): Promise<void> => {
  if (guest.closed || guest.email === null) return;
  await enqueue(strapi, {
    kind: 'already-guest',
    to: guest.email,
    locale: guest.language,
    payload: { guestId: guest.documentId },
    dedupKey: `already-guest:${guest.documentId}:${Math.floor(askedAt / repeatMs)}`,
    about: { type: GUEST, id: guest.documentId },
    expiresAt: new Date(askedAt + linkMs),
  });
};

/** Where the link in the mail comes from: made as it is sent, and stored nowhere. */
export const registerJoinMessage = (): void => {
  registerMessage('join-confirm', {
    variables: async (strapi, { address: to, source: name, reference: id, locale, askedAt: asked }) => {
      const address = parseAddress(to);
      const source = joinSourceNames.find((one) => one === name);
      const reference = typeof id === 'string' ? id : null;
      const askedAt = Number(asked);
      if (address.kind === 'refused' || source === undefined) return 'cancel';
      const offer = await sourceOf(source)?.offer(strapi, address, reference);
      if (!offer) return 'cancel';
      const known = await findGuestByEmailKey(strapi, address.key);
      if (known !== null) {
        await sendAlreadyGuest(strapi, known, askedAt);
        return 'cancel';
      }
      const secret = newSecret('verification');
      const endsAt = now().getTime() + linkMs;
      const slot = slotOf(strapi, source, reference, address.key);
      const request = {
        digest: keyedDigest(strapi, secret),
        address: address.address,
        addressKey: address.key,
        source,
        reference,
        language: locales.find((one) => one === locale) ?? defaultLocale,
        askedAt,
        endsAt,
      };
      if (!(await transaction(strapi, () => putRequest(strapi, slot, request)))) return 'cancel';
      return {
        siteName: siteName(strapi),
        link: linkTo(strapi, 'join', secret),
        expiresAt: new Date(endsAt),
        inviterName: offer.inviterName,
      };
    },
  });
};
