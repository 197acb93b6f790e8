import type { Settings } from '../../../../contract';
import { emit, failure, inTransaction, invalidBody, rows, type Strapi } from '../../kernel';
import { addGrants, dropGrants, existingResources, removeGrantsOfGuest, replaceGrants, type Grants } from '../access';
import type { ContactRow } from '../contacts';
import { deletePasswordOf } from '../passwords';
import { CONTACT, getSettings } from '../settings';
import {
  advance,
  advanceOne,
  countContactsOf,
  deleteGuestRow,
  findGuestOfContact,
  findGuestsPairedWith,
  insertGuest,
  updateGuestRow,
  type GuestRow,
} from './repository';
import { pairedContactIds, setPairedContacts } from './pairing';
import { withUnread } from './unread';
import { conflict, narrow, takeTurn, type GivenGrants } from './turn';

/** The grants that can be given: of types the settings know, and rows that are there. @throws 400 `invalid_body` */
export const toGrants = async (strapi: Strapi, given: GivenGrants): Promise<Grants> => {
  const settings: Settings = await getSettings(strapi);
  for (const [index, key] of given.accessTypes.entries()) {
    if (!settings.accessTypes.some((type) => type.key === key)) {
      throw invalidBody(['accessTypes', String(index)], `There is no access type ${key}`);
    }
  }
  const resources = new Map<string, string[]>();
  for (const [index, { contentType, documentIds }] of given.resources.entries()) {
    if (!settings.resourceTypes.some((type) => type.contentType === contentType)) {
      throw invalidBody(['resources', String(index), 'contentType'], `There is no resource type ${contentType}`);
    }
    const distinct = [...new Set(documentIds)];
    const existing = await existingResources(strapi, contentType, distinct);
    if (existing.length < distinct.length) {
      throw invalidBody(['resources', String(index), 'documentIds'], 'One of the chosen rows is not there any more');
    }
    resources.set(contentType, distinct);
  }
  return { resources, accessTypes: [...new Set(given.accessTypes)] };
};

/** The access of a contact that was seen to have none. The unique column decides between two editors. */
const newAccess = (strapi: Strapi, contact: ContactRow, closed: boolean): Promise<GuestRow> => {
  const { lastName, firstName, locale, email, documentId: ownContact } = contact;
  const guest = { lastName, firstName, language: locale ?? 'fr', ownContact, closed, knownEmail: email ?? '' };
  return insertGuest(strapi, guest, [contact.id]);
};

/** The same where it was not looked a moment ago. @throws 409 */
const openAccess = async (strapi: Strapi, contact: ContactRow, closed: boolean): Promise<GuestRow> => {
  if (await findGuestOfContact(strapi, contact.documentId)) throw conflict();
  return newAccess(strapi, contact, closed);
};

export interface AccessToSave extends GivenGrants {
  version: number;
  closed: boolean;
  companyContacts?: boolean | undefined;
  companyRecords?: boolean | undefined;
  pairedContactIds?: readonly string[] | undefined;
}

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/**
 * The contacts that a guest is to be paired with, by row id: those that were chosen, and their own. Where nothing was chosen,
 * those they have. @throws 400 `invalid_body` where one is not there
 */
const pairingOf = async (
  strapi: Strapi,
  contact: ContactRow,
  guest: GuestRow | null,
  chosen: readonly string[] | undefined
): Promise<number[]> => {
  if (chosen === undefined) return guest ? pairedContactIds(strapi, guest) : [contact.id];
  const distinct = [...new Set(chosen)];
  const found = await rows<{ id: number }>(strapi, CONTACT).findMany({
    select: ['id'],
    where: { documentId: { $in: distinct } },
  });
  if (found.length < distinct.length)
    throw invalidBody(['pairedContactIds'], 'One of the chosen contacts is not there any more');
  return [...new Set([contact.id, ...found.map(({ id }) => id)])];
};

/**
 * Sets what a contact's guest may see, and whether they may come in; makes the guest where there is none.
 * `version` is the one the editor saw: an older one is good for taking away only. @throws 409 `conflict`, 400 `invalid_body`
 */
export const saveAccess = async (
  strapi: Strapi,
  contact: ContactRow,
  { version, closed, companyContacts, companyRecords, pairedContactIds: paired, ...chosen }: AccessToSave
): Promise<GuestRow> =>
  inTransaction(strapi, async () => {
    const known = version === 0 ? null : await findGuestOfContact(strapi, contact.documentId);
    if (known === null && version !== 0) throw conflict();
    const given = known === null ? chosen : await withUnread(strapi, known, chosen);
    const contacts = paired && [contact.documentId, ...paired];
    const asked = { given, closed, companyContacts, companyRecords, contacts };
    if (known !== null && (await takeTurn(strapi, known, version, asked)) === 'narrow') {
      await narrow(strapi, known, asked);
      return known;
    }
    const guest = known ?? (await openAccess(strapi, contact, closed));
    const grants = await toGrants(strapi, given);
    if (companyContacts !== undefined || companyRecords !== undefined) {
      await updateGuestRow(strapi, guest, defined({ companyContacts, companyRecords }));
    }
    if (paired) await setPairedContacts(strapi, guest, await pairingOf(strapi, contact, guest, paired));
    await replaceGrants(strapi, guest.documentId, grants);
    if (closed) await emit(strapi, 'access.ended', { guestId: guest.documentId, door: null });
    return guest;
  });

export interface TrialAccess extends GivenGrants {
  companyRecords?: boolean | undefined;
  pairedContactIds?: readonly string[] | undefined;
}

/**
 * A second guest with these grants, beside the one that a contact may have, for a transaction that is undone. @throws 400 `invalid_body`
 */
export const makeTrialGuest = async (
  strapi: Strapi,
  contact: ContactRow,
  known: GuestRow | null,
  given: TrialAccess
): Promise<GuestRow> => {
  const grants = await toGrants(strapi, given);
  const companyRecords = given.companyRecords ?? known?.companyRecords ?? false;
  const { lastName, firstName } = contact;
  const row = { lastName, firstName, language: 'fr' as const, ownContact: null, closed: true };
  const tried = await insertGuest(strapi, row, [contact.id]);
  await setPairedContacts(strapi, tried, await pairingOf(strapi, contact, known, given.pairedContactIds));
  await replaceGrants(strapi, tried.documentId, grants);
  return { ...tried, companyRecords };
};

/** The guest of a contact, opened if it is still the one that was seen; a new guest where none was seen. @throws 409 */
export const openSeen = async (strapi: Strapi, contact: ContactRow, version: number): Promise<GuestRow> => {
  if (version === 0) return openAccess(strapi, contact, false);
  const guest = await findGuestOfContact(strapi, contact.documentId);
  if (guest === null || !(await advance(strapi, guest, version, { closed: false }))) throw conflict();
  return { ...guest, closed: false, version: version + 1 };
};

const addTo = async (strapi: Strapi, guest: GuestRow, grants: Grants): Promise<boolean> => {
  await advanceOne(strapi, guest);
  return addGrants(strapi, guest.documentId, grants);
};

/** Gives these grants beside what a guest holds already. @returns whether any of it is new to them. @throws 400 `invalid_body` */
export const extendGuest = (strapi: Strapi, guest: GuestRow, given: GivenGrants): Promise<boolean> =>
  inTransaction(strapi, async () => addTo(strapi, guest, await toGrants(strapi, given)));

/** Takes these grants from a guest; what of it is gone, or no type of the settings any more, is taken too. @returns whether they held any */
export const takeFromGuest = (
  strapi: Strapi,
  guest: GuestRow,
  { resources, accessTypes }: GivenGrants
): Promise<boolean> =>
  inTransaction(strapi, async () => {
    await advanceOne(strapi, guest);
    const taken = new Map(resources.map(({ contentType, documentIds }) => [contentType, documentIds]));
    return dropGrants(strapi, guest.documentId, { resources: taken, accessTypes });
  });

/**
 * Gives grants that are known to be there beside what a contact's guest holds already; makes the guest where there is none. One who
 * is closed or waits gets them too, and stays out.
 */
export const giveAccess = (
  strapi: Strapi,
  contact: ContactRow,
  grants: Grants
): Promise<{ outcome: 'created' | 'extended'; guest: GuestRow }> =>
  inTransaction(strapi, async () => {
    const known = await findGuestOfContact(strapi, contact.documentId);
    const guest = known ?? (await newAccess(strapi, contact, false));
    if (known) await addTo(strapi, known, grants);
    else await addGrants(strapi, guest.documentId, grants);
    return { outcome: known ? ('extended' as const) : ('created' as const), guest };
  });

/** The same for what an editor chose. @throws 400 `invalid_body` */
export const extendAccess = async (
  strapi: Strapi,
  contact: ContactRow,
  given: GivenGrants
): Promise<{ outcome: 'created' | 'extended'; guestId: string }> =>
  inTransaction(strapi, async () => {
    const { outcome, guest } = await giveAccess(strapi, contact, await toGrants(strapi, given));
    return { outcome, guestId: guest.documentId };
  });

/** Takes a guest away with their grants, keys and sessions. Their contacts stay. */
export const deleteGuest = async (strapi: Strapi, guest: GuestRow): Promise<void> => {
  await inTransaction(strapi, async () => {
    await emit(strapi, 'guest.deleted', { guestId: guest.documentId });
    await removeGrantsOfGuest(strapi, guest.documentId);
    await deleteGuestRow(strapi, guest);
    // After the guest's row, as whoever sets a password takes the two.
    await deletePasswordOf(strapi, guest.documentId);
  });
};

/** Before a contact goes: its guests lose it, and one that has no other goes with it. */
export const releaseContact = async (strapi: Strapi, contactId: string): Promise<void> => {
  for (const guest of await findGuestsPairedWith(strapi, contactId)) {
    if ((await countContactsOf(strapi, guest)) <= 1) {
      await deleteGuest(strapi, guest);
      continue;
    }
    if (guest.ownContact === contactId) await updateGuestRow(strapi, guest, { ownContact: null });
    await advanceOne(strapi, guest);
  }
};

/**
 * Before all that leads to a contact leads to another: a guest whose own it was has the other as their own.
 * @returns the guests who see by it
 * @throws 409 `both_have_access` where each is a guest's own: of two accesses none is chosen here
 */
export const passContactOn = async (strapi: Strapi, from: ContactRow, to: ContactRow): Promise<GuestRow[]> => {
  const guest = await findGuestOfContact(strapi, from.documentId);
  if (guest !== null) {
    if ((await findGuestOfContact(strapi, to.documentId)) !== null) {
      throw failure(
        'both_have_access',
        'Both contacts have an access of their own. Delete one of the two accesses first.'
      );
    }
    await updateGuestRow(strapi, guest, { ownContact: to.documentId });
  }
  const paired = await findGuestsPairedWith(strapi, from.documentId);
  for (const one of paired) await advanceOne(strapi, one);
  return paired;
};
