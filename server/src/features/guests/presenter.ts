import type { AdminGuest, ContactAccess, GuestListRow } from '../../../../contract';
import { readableAddress, rows, type PanelCaller, type Strapi } from '../../kernel';
import { existingResources, grantsOf, holdingsOf, type Holding } from '../access';
import { findContact, findContactsByRow, fullName } from '../contacts';
import { lastMessageAbout } from '../mail';
import { findPassword } from '../passwords';
import { getSettings, GUEST } from '../settings';
import { findGuest, photoOf, type GuestRow } from './repository';
import { pairedContactIds } from './pairing';
import { guestStateOf } from './rules';
import { keyPort } from './ports';
import { guestsWithKey, statesOf } from './states';

const instant = (value: string | number): string => new Date(value).toISOString();

/** An instant of the column `last_seen_at`. */
const seenAt = (value: GuestRow['lastSeenAt']): string | null => (value === null ? null : instant(Number(value)));

interface ListedRow extends GuestRow {
  contacts: { documentId: string; email: string | null; company: { name: string } | null }[];
}

const nothingHeld: Holding = { accessTypes: [], resources: 0 };

/** What the guests of a list hold, each as its row says it. */
const holdingsIn = async (
  strapi: Strapi,
  guests: readonly GuestRow[]
): Promise<(guest: GuestRow) => GuestListRow['holds']> => {
  const ids = guests.map(({ documentId }) => documentId);
  const known = new Set((await getSettings(strapi)).accessTypes.map(({ key }) => key));
  const holdings = await holdingsOf(strapi, ids);
  const ends = await keyPort().keyEndsOf(strapi, ids);
  return ({ documentId, ownContact }) => {
    const { accessTypes, resources } = holdings.get(documentId) ?? nothingHeld;
    const expiresAt = ends.get(documentId);
    return {
      accessTypes: accessTypes.filter((key) => known.has(key)).sort(),
      resources,
      key: expiresAt === undefined ? null : { expiresAt },
      contactId: ownContact,
    };
  };
};

/**
 * Rows of the list of guests, in the order of the row ids, cut to what this editor may see. A few queries beside the guests',
 * whatever their number.
 */
export const presentGuestRows = async (
  strapi: Strapi,
  ids: readonly number[],
  caller: PanelCaller
): Promise<GuestListRow[]> => {
  if (ids.length === 0) return [];
  const found = await rows<ListedRow>(strapi, GUEST).findMany({
    where: { id: { $in: ids } },
    populate: {
      contacts: { select: ['id', 'documentId', 'email'], populate: { company: { select: ['name'] } } },
    },
  });
  const states = await statesOf(strapi, found);
  const showsAccess = caller.may('showsAccess');
  const holds = showsAccess ? await holdingsIn(strapi, found) : () => null;
  const byId = new Map(found.map((guest) => [guest.id, guest]));
  return ids.flatMap((id) => {
    const guest = byId.get(id);
    if (guest === undefined) return [];
    const { documentId, lastName, firstName, email, title, login, origin, lastSeenAt, ownContact, contacts } = guest;
    const own = contacts.find((contact) => contact.documentId === ownContact);
    const showsAddress = email === null && showsAccess && caller.may('showsContact');
    return {
      documentId,
      lastName,
      firstName,
      email: email && readableAddress(email),
      title,
      login,
      state: states.get(documentId) ?? 'closed',
      origin,
      companyNames: showsAccess ? [...new Set(contacts.flatMap(({ company }) => company?.name ?? []))].sort() : null,
      contactEmail: showsAddress && own?.email ? readableAddress(own.email) : null,
      holds: holds(guest),
      createdAt: instant(guest.createdAt),
      lastSeenAt: seenAt(lastSeenAt),
    };
  });
};

/** What a guest holds, as it can be given again: without rows that are gone and types that the settings no longer have. */
export const presentGrants = async (
  strapi: Strapi,
  guestId: string
): Promise<Pick<ContactAccess, 'resources' | 'accessTypes'>> => {
  const { resourceTypes, accessTypes } = await getSettings(strapi);
  const held = await grantsOf(strapi, guestId);
  const offered = [...held.resources].filter(([uid]) => resourceTypes.some(({ contentType }) => contentType === uid));
  return {
    resources: await Promise.all(
      offered.map(async ([contentType, documentIds]) => ({
        contentType,
        documentIds: await existingResources(strapi, contentType, documentIds),
      }))
    ),
    accessTypes: held.accessTypes.filter((given) => accessTypes.some(({ key }) => key === given)),
  };
};

type PairedContact = ContactAccess['pairedContacts'][number];

/** The contacts a guest is paired with, by name. */
export const presentPaired = async (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<PairedContact[]> =>
  (await findContactsByRow(strapi, await pairedContactIds(strapi, guest))).map((paired) => ({
    documentId: paired.documentId,
    name: fullName(paired),
  }));

/** What became of a message; one that will not be sent any more is told as one that failed. */
export const presentMail = (message: Awaited<ReturnType<typeof lastMessageAbout>>): AdminGuest['mail'] =>
  message && {
    status: message.status === 'queued' || message.status === 'sent' ? message.status : 'failed',
    at: message.at,
  };

type Held =
  | 'key'
  | 'contactId'
  | 'pairedContacts'
  | 'resources'
  | 'accessTypes'
  | 'companyContacts'
  | 'companyRecords'
  | 'takesOver';

/** The contact whose access a waiting guest takes over, if it is still there. */
const takenOverBy = async (strapi: Strapi, { waiting, takesOver }: GuestRow): Promise<PairedContact | null> => {
  const guest = waiting && takesOver !== null ? await findGuest(strapi, takesOver) : null;
  const contact = guest?.ownContact ? await findContact(strapi, guest.ownContact) : null;
  return contact && { documentId: contact.documentId, name: fullName(contact) };
};

const heldBy = async (strapi: Strapi, guest: GuestRow): Promise<Pick<AdminGuest, Held>> => ({
  key: await keyPort().keyOf(strapi, guest.documentId),
  contactId: guest.ownContact,
  pairedContacts: await presentPaired(strapi, guest),
  ...(await presentGrants(strapi, guest.documentId)),
  companyContacts: guest.companyContacts,
  companyRecords: guest.companyRecords,
  takesOver: await takenOverBy(strapi, guest),
});

const notShown: Pick<AdminGuest, Held> = {
  key: null,
  contactId: null,
  pairedContacts: null,
  resources: null,
  accessTypes: null,
  companyContacts: null,
  companyRecords: null,
  takesOver: null,
};

/** A guest as this editor may see them. No secret is in it. */
export const presentGuest = async (strapi: Strapi, guest: GuestRow, caller: PanelCaller): Promise<AdminGuest> => {
  const { documentId, closed, waiting } = guest;
  const password = await findPassword(strapi, documentId);
  const hasPassword = password !== null;
  const hasKey = (await guestsWithKey(strapi, [documentId])).has(documentId);
  return {
    documentId,
    lastName: guest.lastName,
    firstName: guest.firstName,
    email: guest.email && readableAddress(guest.email),
    title: guest.title,
    login: guest.login,
    version: guest.version,
    state: guestStateOf({ closed, waiting, hasPassword, hasKey }),
    locale: guest.language,
    description: guest.description,
    details: guest.details,
    photo: await photoOf(strapi, guest),
    country: guest.country,
    timeZone: guest.timeZone,
    mobile: guest.mobile,
    hasPassword,
    mustChangePassword: password?.temporary ?? false,
    hasKey,
    ...(caller.may('showsAccess') ? await heldBy(strapi, guest) : notShown),
    origin: guest.origin,
    invitationLinkId: guest.invitationLink,
    createdAt: instant(guest.createdAt),
    lastSeenAt: seenAt(guest.lastSeenAt),
    mail: presentMail(await lastMessageAbout(strapi, GUEST, documentId, 'guest-invitation')),
  };
};
