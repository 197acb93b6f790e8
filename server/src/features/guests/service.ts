import type { Settings } from '../../../../contract';
import { emit, failure, type Strapi } from '../../kernel';
import { addGrants, existingResources, removeGrantsOfGuest, replaceGrants, type Grants } from '../access';
import type { ContactRow } from '../contacts';
import { getSettings } from '../settings';
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

const conflict = () =>
  failure('conflict', 'Somebody else has changed this access meanwhile. Please load it again before you save.');

/** Grants as they come from an editor. */
export interface GivenGrants {
  resources: readonly { contentType: string; documentIds: readonly string[] }[];
  accessTypes: readonly string[];
}

const invalid = (path: string[], message: string): Error =>
  failure('invalid_body', message, { errors: [{ path, message, name: 'ValidationError' }] });

/** The grants that can be given: of types the settings know, and rows that are there. @throws 400 `invalid_body` */
const toGrants = async (strapi: Strapi, given: GivenGrants): Promise<Grants> => {
  const settings: Settings = await getSettings(strapi);
  for (const [index, key] of given.accessTypes.entries()) {
    if (!settings.accessTypes.some((type) => type.key === key)) {
      throw invalid(['accessTypes', String(index)], `There is no access type ${key}`);
    }
  }
  const resources = new Map<string, string[]>();
  for (const [index, { contentType, documentIds }] of given.resources.entries()) {
    if (!settings.resourceTypes.some((type) => type.contentType === contentType)) {
      throw invalid(['resources', String(index), 'contentType'], `There is no resource type ${contentType}`);
    }
    const distinct = [...new Set(documentIds)];
    const existing = await existingResources(strapi, contentType, distinct);
    if (existing.length < distinct.length) {
      throw invalid(['resources', String(index), 'documentIds'], 'One of the chosen rows is not there any more');
    }
    resources.set(contentType, distinct);
  }
  return { resources, accessTypes: [...new Set(given.accessTypes)] };
};

/** The access of a contact that has none yet. The unique column decides between two editors. */
const openAccess = async (strapi: Strapi, contact: ContactRow, closed: boolean): Promise<GuestRow> => {
  const { lastName, firstName, locale } = contact;
  if (await findGuestOfContact(strapi, contact.documentId)) throw conflict();
  return insertGuest(strapi, { lastName, firstName, language: locale ?? 'fr', contact, closed });
};

/**
 * Sets what a contact's guest may see, and whether he may come in; makes the guest where there is none.
 * `version` is the one the editor saw. @throws 409 `conflict`, 400 `invalid_body`
 */
export const saveAccess = async (
  strapi: Strapi,
  contact: ContactRow,
  { version, closed, ...given }: GivenGrants & { version: number; closed: boolean }
): Promise<GuestRow> =>
  strapi.db.transaction(async () => {
    const grants = await toGrants(strapi, given);
    const guest = await takeTurn(strapi, contact, version, { closed });
    await replaceGrants(strapi, guest.documentId, grants);
    if (closed) await emit(strapi, 'access.ended', { guestId: guest.documentId, door: null });
    return guest;
  });

/** The guest of a contact, with its version raised if it was the one seen; a new guest where none was seen. @throws 409 */
export const takeTurn = async (
  strapi: Strapi,
  contact: ContactRow,
  version: number,
  change: { closed: boolean }
): Promise<GuestRow> => {
  if (version === 0) return openAccess(strapi, contact, change.closed);
  const guest = await findGuestOfContact(strapi, contact.documentId);
  if (guest === null || !(await advance(strapi, guest, version, change))) throw conflict();
  return { ...guest, ...change, version: version + 1 };
};

/** Gives these grants beside what a contact's guest holds already; makes the guest where there is none. */
export const extendAccess = async (
  strapi: Strapi,
  contact: ContactRow,
  given: GivenGrants
): Promise<'created' | 'extended'> =>
  strapi.db.transaction(async () => {
    const grants = await toGrants(strapi, given);
    const known = await findGuestOfContact(strapi, contact.documentId);
    const guest = known ?? (await openAccess(strapi, contact, false));
    if (known) await advanceOne(strapi, known);
    await addGrants(strapi, guest.documentId, grants);
    return known ? 'extended' : 'created';
  });

/** Takes a guest away with his grants, keys and sessions. His contacts stay. */
export const deleteGuest = async (strapi: Strapi, guest: GuestRow): Promise<void> => {
  await strapi.db.transaction(async () => {
    await emit(strapi, 'guest.deleted', { guestId: guest.documentId });
    await removeGrantsOfGuest(strapi, guest.documentId);
    await deleteGuestRow(strapi, guest);
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
