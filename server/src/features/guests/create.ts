import { attempt, emit, failure, transaction, type Strapi } from '../../kernel';
import { record, type Happening } from '../activity';
import { replaceGrants, type Grants } from '../access';
import { addNewcomer, findVouchedContacts, findContactsByRow, type ContactRow } from '../contacts';
import { putPassword } from '../passwords';
import { findHolder, loginsLike } from './addresses';
import { insertGuest, updateGuestRow, type GuestRow, type NewGuest } from './repository';
import { ownedContacts, pairedContactIds, setPairedContacts } from './pairing';
import { freeLogin, loginOf, nameOf, ownContactOf } from './rules';
import { toGrants } from './service';
import type { GivenGrants } from './turn';

type Person = Pick<
  NewGuest,
  'description' | 'details' | 'photo' | 'country' | 'timeZone' | 'mobile' | 'companyRecords' | 'companyContacts'
>;

/** A guest to be, whoever makes them: an editor, or they themselves by an invitation or their address's domain. */
export interface GuestToCreate extends Person {
  lastName: string;
  firstName: string | null;
  language: GuestRow['language'];
  /** As `parseAddress` gives it. */
  address: { address: string; key: string } | null;
  title?: string | null;
  /** Whether its owner has shown that the address is theirs. */
  addressProved: boolean;
  /** Left out or null: one is made of the title or the names. */
  login?: string | null;
  /** A digest of `newPasswordDigest`. */
  password: string | null;
  mustChangePassword: boolean;
  /**
   * The contacts they are paired with, by row id. Null: the one contact that has their address is theirs, where it is nobody
   * else's and may be found by it; otherwise one is made.
   */
  contactIds: readonly number[] | null;
  /** The company of a contact that is made for them. */
  companyName?: string | null;
  /** Whether whoever makes the guest may pair them with a contact that is there already. */
  pairsByAddress: boolean;
  origin: GuestRow['origin'];
  invitationLink: string | null;
  /** Whether an editor has to agree first; such a guest is closed until then. */
  waiting: boolean;
  /** documentId of the guest whose access a waiting one takes over then. */
  takesOver: string | null;
  closed: boolean;
  grants: GivenGrants;
  /** Who did it, for the log. */
  actor: Happening['actor'];
  /** Asks them by mail to set their password, in this sender's name. */
  invite?: { senderName: string | null } | null;
}

export const addressTaken = (guestId: string): Error =>
  failure('address_taken', 'This address is another guest’s already.', { guestId });

export const loginTaken = (guestId: string): Error =>
  failure('login_taken', 'This login name is another guest’s already.', { guestId });

export const collision = (): Error =>
  failure('conflict', 'Somebody else has changed the same thing meanwhile. Please try again.');

/** A login name for a title or names that nobody has at the moment. */
export const proposeLogin = async (strapi: Strapi, text: string): Promise<string> => {
  const base = loginOf(text);
  return freeLogin(base, new Set(await loginsLike(strapi, base)));
};

/** More people of one name at one moment than this there are not. */
const loginTriesMax = 100;

/** Inserts the row. The unique indexes decide; a made login name gives way, a given one does not. */
const insertDistinct = async (strapi: Strapi, row: NewGuest, given: string | null, made: string): Promise<GuestRow> => {
  const base = loginOf(made);
  const taken = new Set(given === null ? await loginsLike(strapi, base) : []);
  for (let tries = 0; tries < loginTriesMax; tries += 1) {
    const login = given ?? freeLogin(base, taken);
    const outcome = await attempt(strapi, () => insertGuest(strapi, { ...row, login }, []));
    if (outcome.kind === 'done') return outcome.value;
    const holder = await findHolder(strapi, { emailKey: row.emailKey ?? null, login });
    if (holder?.has === 'address') throw addressTaken(holder.documentId);
    if (holder && given !== null) throw loginTaken(holder.documentId);
    if (!holder) throw collision();
    taken.add(login);
  }
  throw collision();
};

const keyed = (contact: ContactRow) => ({ ...contact, emailKey: contact.email?.toLowerCase() ?? null });

/** The contact that a guest without chosen contacts is paired with. */
const contactFor = async (
  strapi: Strapi,
  {
    address,
    lastName,
    firstName,
    language,
    mobile = null,
    pairsByAddress,
    companyName = null,
  }: Pick<
    GuestToCreate,
    'address' | 'lastName' | 'firstName' | 'language' | 'mobile' | 'pairsByAddress' | 'companyName'
  >
): Promise<ContactRow> => {
  const [same, ...more] = address && pairsByAddress ? await findVouchedContacts(strapi, address.key, 2) : [];
  if (same && more.length === 0 && !(await ownedContacts(strapi, [same.documentId])).has(same.documentId)) return same;
  const email = address?.address ?? null;
  return addNewcomer(strapi, { lastName, firstName, mobile, locale: language, email, companyName });
};

/** Pairs a guest with contacts, of which one is their own where that is clear. @throws 409 `conflict` */
export const pairGuest = async (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id' | 'documentId' | 'ownContact' | 'emailKey'>,
  contacts: readonly ContactRow[]
): Promise<string | null> => {
  const owned = await ownedContacts(
    strapi,
    contacts.map(({ documentId }) => documentId)
  );
  const ownContact = ownContactOf(contacts.map(keyed), guest, owned);
  await setPairedContacts(
    strapi,
    guest,
    contacts.map(({ id }) => id)
  );
  const outcome = await attempt(strapi, () => updateGuestRow(strapi, guest, { ownContact }));
  if (outcome.kind === 'taken') throw collision();
  return ownContact;
};

/** Gives a guest who has no contact the one of their address, where it is nobody else's, or one of their own. */
export const giveContact = async (strapi: Strapi, guest: GuestRow): Promise<void> => {
  if ((await pairedContactIds(strapi, guest)).length > 0) return;
  const { email, emailKey } = guest;
  const address = email === null || emailKey === null ? null : { address: email, key: emailKey };
  await pairGuest(strapi, guest, [await contactFor(strapi, { ...guest, address, pairsByAddress: true })]);
};

const toRow = (guest: GuestToCreate): NewGuest => ({
  lastName: guest.lastName,
  firstName: guest.firstName,
  language: guest.language,
  ownContact: null,
  email: guest.address?.address ?? null,
  emailKey: guest.address?.key ?? null,
  emailProved: guest.addressProved,
  takesOver: guest.takesOver,
  title: guest.title ?? null,
  description: guest.description ?? null,
  details: guest.details ?? null,
  photo: guest.photo ?? null,
  country: guest.country ?? null,
  timeZone: guest.timeZone ?? null,
  mobile: guest.mobile ?? null,
  origin: guest.origin,
  invitationLink: guest.invitationLink,
  waiting: guest.waiting,
  closed: guest.closed || guest.waiting,
  companyRecords: guest.companyRecords ?? false,
  companyContacts: guest.companyContacts ?? false,
});

/**
 * Makes a guest with their login name, contacts and grants, and notes it, in one transaction (the caller's, where one runs).
 * @throws 409 `address_taken`, `login_taken` with `details.guestId` of who has it; 409 `conflict`; 400 `invalid_body` for
 * grants that there are not
 */
export const createGuest = (strapi: Strapi, guest: GuestToCreate): Promise<GuestRow> =>
  transaction(strapi, async () => {
    const grants: Grants = await toGrants(strapi, guest.grants);
    const row = await insertDistinct(strapi, toRow(guest), guest.login ?? null, guest.title || nameOf(guest));
    if (guest.password !== null) {
      await putPassword(strapi, row.documentId, { digest: guest.password, temporary: guest.mustChangePassword });
    }
    const contacts =
      guest.contactIds === null ? [await contactFor(strapi, guest)] : await findContactsByRow(strapi, guest.contactIds);
    const ownContact = await pairGuest(strapi, row, contacts);
    await replaceGrants(strapi, row.documentId, grants);
    await record(strapi, {
      action: guest.origin === 'editor' ? 'guest.created' : 'guest.joined',
      guest: row.documentId,
      actor: guest.actor,
      details: { origin: guest.origin, waiting: guest.waiting },
    });
    if (guest.invite) await emit(strapi, 'guest.invited', { guestId: row.documentId, ...guest.invite });
    return { ...row, ownContact };
  });
