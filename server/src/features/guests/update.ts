import type { BodyOf, UpdateGuest, UpdateMe } from '../../../../contract';
import { attempt, emit, failure, notFound, transaction, type Strapi } from '../../kernel';
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
import { conflict, toGrants } from './service';

/** Who changes a guest, and whether he may also give. */
export interface Editor {
  name: string | null;
  mayGrant: boolean;
}

type GuestChange = BodyOf<typeof UpdateGuest>;

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

/** An editor who may not give leaves what was given as it is. @throws 403 `grants_beyond_own` */
const requireNothingGiven = async (strapi: Strapi, guest: GuestRow, change: GuestChange): Promise<void> => {
  const held = await presentGrants(strapi, guest.documentId);
  const named = (grants: Pick<GuestChange, 'resources' | 'accessTypes'>) => [
    ...grants.accessTypes,
    ...grants.resources.flatMap(({ contentType, documentIds }) => documentIds.map((id) => `${contentType} ${id}`)),
  ];
  const reachIsSame =
    change.companyContacts === guest.companyContacts && change.companyRecords === guest.companyRecords;
  if (!reachIsSame || !sameSet(named(held), named(change))) throw grantsBeyondOwn();
  // Whoever gets his mail sets his password: what he holds would be another's.
  const holdsSomething = guest.companyContacts || guest.companyRecords || named(held).length > 0;
  if (holdsSomething && (addressOf(change.email)?.key ?? null) !== guest.emailKey) throw grantsBeyondOwn();
};

/** Pairs the guest as the editor chose. Nobody chosen: he keeps his own contact, or gets one. */
const pairAsChosen = async (
  strapi: Strapi,
  guest: GuestRow,
  { contactIds }: GuestChange,
  mayGrant: boolean
): Promise<void> => {
  const asked = contactIds.length === 0 && guest.ownContact !== null ? [guest.ownContact] : contactIds;
  const chosen = await chosenContacts(strapi, asked);
  const paired = await pairedContactIds(strapi, guest);
  const same = sameSet(
    chosen.map(({ id }) => id),
    paired
  );
  if (same || chosen.length === 0) return;
  if (!mayGrant) throw grantsBeyondOwn();
  await pairGuest(strapi, guest, chosen);
};

/**
 * Makes a guest what an editor saved, if he is still what the editor saw.
 * @throws 404; 409 `conflict`, `login_fixed`, `address_taken`, `login_taken`; 403 `grants_beyond_own`; 400 `invalid_body`
 */
export const updateGuest = (strapi: Strapi, guestId: string, change: GuestChange, editor: Editor): Promise<void> =>
  transaction(strapi, async () => {
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    const person = await personOf(strapi, change);
    const address = addressOf(change.email);
    const login = decideLogin(guest.login, change.login);
    if (login.kind === 'refuse') throw failure('login_fixed', 'A login name is given once and stays.');
    const grants = await toGrants(strapi, change);
    if (!editor.mayGrant) await requireNothingGiven(strapi, guest, change);
    if (!(await advance(strapi, guest, change.version))) throw conflict();
    await writeDistinct(strapi, guest, {
      ...person,
      language: change.locale,
      email: address?.address ?? null,
      emailKey: address?.key ?? null,
      login: login.kind === 'give' ? login.login : guest.login,
      companyContacts: change.companyContacts,
      companyRecords: change.companyRecords,
    });
    await pairAsChosen(strapi, guest, change, editor.mayGrant);
    if (editor.mayGrant) await replaceGrants(strapi, guestId, grants);
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
