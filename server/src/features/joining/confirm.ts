import type { Locale } from '../../../../contract';
import {
  codeOf,
  keyedDigest,
  failure,
  invalidBody,
  isWellFormed,
  now,
  parseAddress,
  transaction,
  type Address,
  type Strapi,
} from '../../kernel';
import { addGrants } from '../access';
import { record } from '../activity';
import { addNewcomer, findContactsByEmailKey } from '../contacts';
import { adoptAddress, createGuest, findGuestByEmailKey, guestByContactAddress, type GuestRow } from '../guests';
import { newPasswordDigest } from '../passwords';
import { CONTACT, GUEST } from '../settings';
import { newSession, type StartedSession } from '../sessions';
import { stillThere } from './grants';
import { deleteRequestsOf, findRequest, takeRequest, type JoinRequest } from './repository';
import { sourceOf, type JoinOffer, type JoinSource } from './sources';
import { notifyEditors, notifyKnownAddress } from './notify-editors';

/** One answer for every link that is not good (any more), whatever the reason. */
export const invalidLink = (): Error =>
  failure('invalid_link', 'This link is not good any more. Please ask for a new one.');

const usedUp = (): Error => failure('link_used_up', 'All places of this invitation are taken.');

/** A request that may be confirmed now, with the rule that allows it. */
export interface GoodRequest {
  request: JoinRequest;
  address: Address;
  source: JoinSource;
  offer: JoinOffer;
}

/** What a secret out of a mail is good for now. A text without its form costs no query. @throws 401 `invalid_link` */
export const requireRequest = async (strapi: Strapi, token: string): Promise<GoodRequest> => {
  if (!isWellFormed('verification', token)) throw invalidLink();
  const request = await findRequest(strapi, keyedDigest(strapi, token), now().getTime());
  const address = parseAddress(request?.address);
  const source = request && sourceOf(request.source);
  if (!request || !source || address.kind === 'refused') throw invalidLink();
  const offer = await source.offer(strapi, address, request.reference);
  if (offer === null || (await findGuestByEmailKey(strapi, address.key)) !== null) throw invalidLink();
  return { request, address, source, offer };
};

export interface Newcomer {
  firstName: string;
  lastName: string;
  password?: string | undefined;
  locale?: Locale | undefined;
  device: string | null;
}

export type Confirmed =
  { outcome: 'session'; guest: GuestRow; session: StartedSession } | { outcome: 'waiting' } | { outcome: 'registered' };

const passwordMissing = (): Error => invalidBody(['password'], 'password is a required field');

/** Stands in the address book, if they do not yet; answers their documentId. */
const register = async (strapi: Strapi, { request, address }: GoodRequest, person: Newcomer): Promise<string> => {
  const [known] = await findContactsByEmailKey(strapi, address.key, 1);
  if (known) return known.documentId;
  const { documentId } = await addNewcomer(strapi, {
    lastName: person.lastName,
    firstName: person.firstName,
    email: address.address,
    mobile: null,
    locale: person.locale ?? request.language,
  });
  return documentId;
};

const actorOf = ({ firstName, lastName }: Newcomer) => ({ kind: 'guest' as const, name: `${firstName} ${lastName}` });

/** Takes over the access that an editor has opened for the one contact with this address. */
const adopt = async (
  strapi: Strapi,
  known: GuestRow,
  { address, offer, source }: GoodRequest,
  password: string,
  person: Newcomer
): Promise<GuestRow> => {
  const guest = await adoptAddress(strapi, known, { address, password });
  await giveOffer(strapi, guest, source, offer);
  const details = { origin: source.origin, waiting: false };
  await record(strapi, { action: 'guest.joined', guest: guest.documentId, actor: actorOf(person), details });
  return guest;
};

const giveOffer = async (strapi: Strapi, guest: GuestRow, source: JoinSource, offer: JoinOffer): Promise<boolean> =>
  addGrants(
    strapi,
    guest.documentId,
    await stillThere(strapi, offer.grants),
    source.origin === 'domain' ? 'domain' : null
  );

const create = async (
  strapi: Strapi,
  { request, address, offer, source }: GoodRequest,
  password: string,
  person: Newcomer,
  takesOver: string | null
): Promise<GuestRow> => {
  const guest = await createGuest(strapi, {
    lastName: person.lastName,
    firstName: person.firstName,
    language: person.locale ?? request.language,
    address,
    password,
    mustChangePassword: false,
    addressProved: true,
    // Whoever waits for a contact's access is that contact, once an editor agrees.
    contactIds: takesOver === null ? null : [],
    pairsByAddress: offer.pairs,
    origin: source.origin,
    invitationLink: request.reference,
    waiting: offer.approval,
    takesOver,
    closed: offer.approval,
    grants: { resources: [], accessTypes: [] },
    actor: actorOf(person),
  });
  await giveOffer(strapi, guest, source, offer);
  return guest;
};

const becomeGuest = async (
  strapi: Strapi,
  good: GoodRequest,
  password: string,
  person: Newcomer
): Promise<{ guest: GuestRow; confirmed: Confirmed }> => {
  const found = await guestByContactAddress(strapi, good.address.key);
  if (found) await notifyKnownAddress(strapi, found.guest, good.address.address);
  const known = found?.takenOver && good.offer.pairs ? found.guest : null;
  // An editor has closed that access: nobody comes in by it, nor waits for it.
  if (known?.closed) throw invalidLink();
  const guest =
    known && !good.offer.approval
      ? await adopt(strapi, known, good, password, person)
      : await create(strapi, good, password, person, known?.documentId ?? null);
  if (guest.closed) return { guest, confirmed: { outcome: 'waiting' } };
  const { insert, ...session } = newSession(strapi, {
    guest: guest.documentId,
    door: 'join',
    device: person.device,
    until: good.offer.until,
  });
  await insert();
  return { guest, confirmed: { outcome: 'session', guest, session } };
};

/** Everything that follows from the second click, or nothing of it. */
const settle = async (
  strapi: Strapi,
  token: string,
  digestOfPassword: string | null,
  person: Newcomer
): Promise<Confirmed> => {
  const good = await requireRequest(strapi, token);
  const { request, offer, source, address } = good;
  if (!(await takeRequest(strapi, request.digest))) throw invalidLink();
  if (!(await source.takePlace(strapi, request.reference))) throw usedUp();
  await deleteRequestsOf(strapi, address.key);
  const { linkName, makerId } = offer;
  if (offer.addAs === 'contact') {
    const documentId = await register(strapi, good, person);
    await notifyEditors(strapi, { kind: 'guest-waiting', type: CONTACT, documentId, linkName, makerId });
    return { outcome: 'registered' };
  }
  if (digestOfPassword === null) throw passwordMissing();
  const { guest, confirmed } = await becomeGuest(strapi, good, digestOfPassword, person);
  const kind = confirmed.outcome === 'waiting' ? 'guest-waiting' : 'guest-arrived';
  await notifyEditors(strapi, { kind, type: GUEST, documentId: guest.documentId, linkName, makerId });
  return confirmed;
};

/**
 * The second click: the address is proved, so its owner becomes what the rule says now. Of many at once one goes through.
 * @throws 401 `invalid_link`, 409 `link_used_up`, 400 `weak_password`, 400 `invalid_body` where a guest gives no password
 */
export const confirmJoin = async (strapi: Strapi, token: string, person: Newcomer): Promise<Confirmed> => {
  const { offer, address } = await requireRequest(strapi, token);
  if (offer.addAs === 'guest' && person.password === undefined) throw passwordMissing();
  const about = [person.firstName, person.lastName, address.address];
  // Before the transaction: hashing takes its time, and others wait for a transaction.
  const hashed =
    offer.addAs === 'guest' && person.password !== undefined
      ? await newPasswordDigest(strapi, person.password, about, 'chosen')
      : null;
  try {
    return await transaction(strapi, () => settle(strapi, token, hashed, person));
  } catch (error) {
    // Another link of the same address was quicker.
    throw codeOf(error) === 'address_taken' ? invalidLink() : error;
  }
};
