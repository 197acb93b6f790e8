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
import {
  advance,
  advanceOne,
  findGuest,
  findHolder,
  pairedContactIds,
  writeGuest,
  type GuestRow,
  type NewGuest,
} from './repository';
import { decideLogin, nameOf, sameSet } from './rules';
import { conflict, toGrants, type GivenGrants } from './service';

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

/** Writes a guest's columns; the unique indexes decide. @throws 409 `address_taken`, `login_taken` */
const writeDistinct = async (strapi: Strapi, guest: GuestRow, change: Partial<NewGuest>): Promise<void> => {
  const outcome = await attempt(strapi, () => writeGuest(strapi, guest, change));
  if (outcome.kind === 'done') return;
  const others = {
    emailKey: change.emailKey === guest.emailKey ? null : (change.emailKey ?? null),
    login: change.login === guest.login ? null : (change.login ?? null),
  };
  const holder = await findHolder(strapi, others);
  if (holder === null) throw collision();
  throw holder.has === 'address' ? addressTaken(holder.documentId) : loginTaken(holder.documentId);
};

const tellAddress = async (strapi: Strapi, guest: GuestRow, address: Address | null): Promise<void> => {
  if (guest.emailKey === (address?.key ?? null)) return;
  const { documentId: guestId, email: from } = guest;
  await emit(strapi, 'guest.address-changed', { guestId, from, to: address?.address ?? null });
};

/** Gives a guest another address, or none. @throws 409 `address_taken` with `details.guestId` of who has it */
export const changeAddress = (strapi: Strapi, guest: GuestRow, address: Address | null): Promise<void> =>
  transaction(strapi, async () => {
    await writeDistinct(strapi, guest, { email: address?.address ?? null, emailKey: address?.key ?? null });
    await advanceOne(strapi, guest);
    await tellAddress(strapi, guest, address);
  });

/** The grants that a change names, the others as they are held; null where it names none. */
const givenBy = async (strapi: Strapi, guest: GuestRow, change: GuestChange): Promise<GivenGrants | null> => {
  if (change.resources === undefined && change.accessTypes === undefined) return null;
  const held = await presentGrants(strapi, guest.documentId);
  return { resources: change.resources ?? held.resources, accessTypes: change.accessTypes ?? held.accessTypes };
};

const namesOf = ({ resources, accessTypes }: GivenGrants): string[] => [
  ...accessTypes,
  ...resources.flatMap(({ contentType, documentIds }) => documentIds.map((id) => `${contentType} ${id}`)),
];

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
  const sameGrants = given === null || sameSet(namesOf(await presentGrants(strapi, guest.documentId)), namesOf(given));
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

/** Pairs the guest as the editor chose. Nobody chosen: he keeps his own contact, or gets one. */
const pairAsChosen = async (strapi: Strapi, guest: GuestRow, contactIds: readonly string[]): Promise<void> => {
  const asked = contactIds.length === 0 && guest.ownContact !== null ? [guest.ownContact] : contactIds;
  const chosen = await chosenContacts(strapi, asked);
  const paired = await pairedContactIds(strapi, guest);
  const same = sameSet(
    chosen.map(({ id }) => id),
    paired
  );
  if (same || chosen.length === 0) return;
  requirePairing(strapi);
  await pairGuest(strapi, guest, chosen);
};

/**
 * Makes a guest what an editor saved, if he is still what the editor saw. Contacts, grants and reach that are left out stay.
 * @throws 404; 409 `conflict`, `login_fixed`, `address_taken`, `login_taken`; 403 `grants_beyond_own`, `access_decides`;
 * 400 `invalid_body`
 */
export const updateGuest = (strapi: Strapi, guestId: string, change: GuestChange, editor: PanelCaller): Promise<void> =>
  transaction(strapi, async () => {
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    const person = await personOf(strapi, change);
    const address = addressOf(change.email);
    const login = decideLogin(guest.login, change.login);
    if (login.kind === 'refuse') throw failure('login_fixed', 'A login name is given once and stays.');
    const given = await givenBy(strapi, guest, change);
    const grants = given && (await toGrants(strapi, given));
    await requireMayGive(strapi, guest, change, given, editor);
    requireSameAddress(strapi, guest, address);
    if (!(await advance(strapi, guest, change.version))) throw conflict();
    await writeDistinct(strapi, guest, {
      ...person,
      language: change.locale,
      email: address?.address ?? null,
      emailKey: address?.key ?? null,
      login: login.kind === 'give' ? login.login : guest.login,
      companyContacts: change.companyContacts ?? guest.companyContacts,
      companyRecords: change.companyRecords ?? guest.companyRecords,
    });
    if (change.contactIds) await pairAsChosen(strapi, guest, change.contactIds);
    if (grants && editor.may('changesWhatIsVisible')) await replaceGrants(strapi, guestId, grants);
    await tellAddress(strapi, guest, address);
    await record(strapi, {
      action: 'guest.updated',
      guest: guestId,
      actor: { kind: 'editor', name: editor.name },
      details: { addressChanged: guest.emailKey !== (address?.key ?? null) },
    });
  });

/** Changes what a guest says of himself; what is left out stays. @throws 404, 400 `invalid_body` */
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
    await writeGuest(strapi, guest, change);
    await advanceOne(strapi, guest);
    await record(strapi, { action: 'guest.updated', guest: guestId, actor: { kind: 'guest', name: nameOf(guest) } });
    return { ...guest, ...change };
  });
