import type { BodyOf, UpdateGuest, UpdateMe } from '../../../../contract';
import {
  attempt,
  emit,
  failure,
  notFound,
  requireEffect,
  transaction,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { record } from '../activity';
import { replaceGrants } from '../access';
import { addressTaken, collision, loginTaken, pairGuest } from './create';
import { addressOf, checkPlace, chosenContacts, personOf, type Address } from './input';
import { presentGrants } from './presenter';
import { findHolder } from './addresses';
import { findGuest, writeGuest, type GuestRow, type NewGuest } from './repository';
import { pairedContactIds } from './pairing';
import { decideLogin, keepUntouched, nameOf, sameSet } from './rules';
import { toGrants } from './service';
import { withUnread } from './unread';
import { grantNames, narrow, takeTurn, type GivenGrants } from './turn';

type GuestChange = BodyOf<typeof UpdateGuest>;

/** Whose contact somebody is, they are given what that contact is given later. @throws 403 `access_decides` */
export const requirePairing = (strapi: Strapi): void =>
  requireEffect(
    strapi,
    'pairsContact',
    'contactIds',
    'A guest sees the rows of their contacts: to choose those takes the right to manage accesses.'
  );

export const grantsBeyondOwn = (): Error =>
  failure('grants_beyond_own', 'You may not give an access: that takes the right to manage accesses.');

/**
 * Writes those of a guest's columns that are to be others: the guest may be writing the rest at this moment. The unique indexes
 * decide. @throws 409 `address_taken`, `login_taken`
 */
const writeDistinct = async (strapi: Strapi, guest: GuestRow, asked: Partial<NewGuest>): Promise<void> => {
  const now: Record<string, unknown> = { ...guest };
  const change: typeof asked = Object.fromEntries(Object.entries(asked).filter(([name, value]) => now[name] !== value));
  const outcome = await attempt(strapi, () => writeGuest(strapi, guest, change));
  if (outcome.kind === 'done') return;
  const holder = await findHolder(strapi, { emailKey: change.emailKey ?? null, login: change.login ?? null });
  if (holder === null) throw collision();
  throw holder.has === 'address' ? addressTaken(holder.documentId) : loginTaken(holder.documentId);
};

const tellAddress = async (
  strapi: Strapi,
  guest: GuestRow,
  address: Address | null,
  by: 'guest' | 'editor' | 'undo'
): Promise<void> => {
  if (guest.emailKey === (address?.key ?? null)) return;
  const { documentId: guestId, email: from } = guest;
  await emit(strapi, 'guest.address-changed', { guestId, from, to: address?.address ?? null, by });
};

/**
 * Gives a guest another address, or none, `by` whom. Their access stays what it
 * was, and its version with it: what a domain gave and takes is `guest.address-changed`. @throws 409 `address_taken` with
 * `details.guestId` of who has it
 */
export const changeAddress = (
  strapi: Strapi,
  guest: GuestRow,
  address: Address | null,
  by: 'guest' | 'editor' | 'undo'
): Promise<void> =>
  transaction(strapi, async () => {
    const { address: email = null, key: emailKey = null } = address ?? {};
    // What an editor types is not shown to be its owner's; the others came by a link that was mailed there.
    await writeDistinct(strapi, guest, { email, emailKey, emailProved: email !== null && by !== 'editor' });
    await tellAddress(strapi, guest, address, by);
  });

/** The grants that a change names, the others as they are held; null where it names none. */
const givenBy = async (strapi: Strapi, guest: GuestRow, change: GuestChange): Promise<GivenGrants | null> => {
  if (change.resources === undefined && change.accessTypes === undefined) return null;
  const held = await presentGrants(strapi, guest.documentId);
  return withUnread(strapi, guest, {
    resources: change.resources ?? held.resources,
    accessTypes: change.accessTypes ?? held.accessTypes,
  });
};

/** @throws 403 `grants_beyond_own` where the change gives or takes, and its editor may not give */
const requireMayGive = async (
  strapi: Strapi,
  guest: GuestRow,
  { companyContacts, companyRecords }: GuestChange,
  given: GivenGrants | null,
  editor: PanelCaller
): Promise<void> => {
  if (editor.may('changesWhatIsVisible')) return;
  const { companyContacts: seesGuests, companyRecords: seesRecords } = guest;
  const sameReach = (companyContacts ?? seesGuests) === seesGuests && (companyRecords ?? seesRecords) === seesRecords;
  const sameGrants =
    given === null || sameSet(grantNames(await presentGrants(strapi, guest.documentId)), grantNames(given));
  if (!sameReach || !sameGrants) throw grantsBeyondOwn();
};

/** Whoever gets a guest's mail sets their password: what they hold, or are given later, would be another's. */
const requireSameAddress = (strapi: Strapi, guest: GuestRow, address: Address | null): void => {
  if ((address?.key ?? null) === guest.emailKey) return;
  requireEffect(
    strapi,
    'changesWhoIsMeant',
    'email',
    'Another address makes this access another person’s: that takes the right to manage accesses.'
  );
};

/** The contacts that an editor asks a guest to be paired with. Nobody chosen: their own, where there is one; else as it is. */
const askedContacts = ({ ownContact }: GuestRow, { contactIds }: GuestChange): readonly string[] | undefined => {
  if (contactIds?.length !== 0) return contactIds;
  return ownContact === null ? undefined : [ownContact];
};

/** Pairs the guest as the editor chose. */
const pairAsChosen = async (strapi: Strapi, guest: GuestRow, asked: readonly string[]): Promise<void> => {
  const chosen = await chosenContacts(strapi, asked);
  const paired = await pairedContactIds(strapi, guest);
  const same = sameSet(
    chosen.map(({ id }) => id),
    paired
  );
  if (same) return;
  requirePairing(strapi);
  await pairGuest(strapi, guest, chosen);
};

const note = (strapi: Strapi, guest: GuestRow, editor: PanelCaller, addressChanged: boolean): Promise<void> =>
  record(strapi, {
    action: 'guest.updated',
    guest: guest.documentId,
    actor: { kind: 'editor', name: editor.name },
    details: { addressChanged },
  });

/**
 * Makes a guest what an editor saved. Contacts, grants and reach that are left out stay, and of what the editor left as they saw
 * it (`seen`), what the guest has changed meanwhile. Where another editor was first, only what is taken away is taken, and of the
 * person nothing is written.
 * @throws 404; 409 `conflict`, `login_fixed`, `address_taken`, `login_taken`; 403 `grants_beyond_own`, `access_decides`;
 * 400 `invalid_body`
 */
export const updateGuest = (strapi: Strapi, guestId: string, asked: GuestChange, editor: PanelCaller): Promise<void> =>
  transaction(strapi, async () => {
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    const change = asked.seen ? keepUntouched(asked, asked.seen, { ...guest, locale: guest.language }) : asked;
    const given = await givenBy(strapi, guest, change);
    await requireMayGive(strapi, guest, change, given, editor);
    const { companyContacts, companyRecords } = change;
    const contacts = askedContacts(guest, change);
    const access = { given, companyContacts, companyRecords, contacts };
    if ((await takeTurn(strapi, guest, change.version, access)) === 'narrow') {
      // Without the right to give, all that could be fewer are the contacts.
      requirePairing(strapi);
      await narrow(strapi, guest, access);
      return note(strapi, guest, editor, false);
    }
    const person = await personOf(strapi, change, guest);
    const address = addressOf(change.email);
    const login = decideLogin(guest.login, change.login);
    if (login.kind === 'refuse') throw failure('login_fixed', 'A login name is given once and stays.');
    const grants = given && (await toGrants(strapi, given));
    requireSameAddress(strapi, guest, address);
    await writeDistinct(strapi, guest, {
      ...person,
      language: change.locale,
      email: address?.address ?? null,
      emailKey: address?.key ?? null,
      // What an editor types is not shown to be its owner's.
      emailProved: guest.emailProved === true && guest.emailKey === (address?.key ?? null),
      login: login.kind === 'give' ? login.login : guest.login,
      companyContacts: companyContacts ?? guest.companyContacts,
      companyRecords: companyRecords ?? guest.companyRecords,
    });
    if (contacts) await pairAsChosen(strapi, guest, contacts);
    if (grants && editor.may('changesWhatIsVisible')) await replaceGrants(strapi, guestId, grants);
    await tellAddress(strapi, guest, address, 'editor');
    await note(strapi, guest, editor, guest.emailKey !== (address?.key ?? null));
  });

/** Changes what a guest says of themselves; what is left out stays. @throws 404, 400 `invalid_body` */
export const updateSelf = (
  strapi: Strapi,
  guestId: string,
  { locale, firstName, mobile, ...given }: BodyOf<typeof UpdateMe>
): Promise<GuestRow> =>
  transaction(strapi, async () => {
    checkPlace(given);
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    const change = {
      ...given,
      ...(firstName === undefined ? {} : { firstName: firstName || null }),
      ...(mobile === undefined ? {} : { mobile: mobile || null }),
      ...(locale === undefined ? {} : { language: locale }),
    };
    if (Object.keys(change).length === 0) return guest;
    // Their access is what it was: no editor who has it open meets a conflict, and no profile is worked out again.
    await writeGuest(strapi, guest, change);
    await record(strapi, { action: 'guest.updated', guest: guestId, actor: { kind: 'guest', name: nameOf(guest) } });
    return { ...guest, ...change };
  });
