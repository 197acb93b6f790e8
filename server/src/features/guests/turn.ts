import { emit, failure, type Strapi } from '../../kernel';
import { narrowGrants } from '../access';
import { presentGrants, presentPaired } from './presenter';
import { advance, advanceOne, findGuest, narrowGuest, type GuestRow } from './repository';
import { unpair } from './pairing';
import { decideLateSave, type Extent } from './rules';

export const conflict = (): Error =>
  failure('conflict', 'Somebody else has changed this access meanwhile. Please load it again before you save.');

/** Grants as they come from an editor. */
export interface GivenGrants {
  resources: readonly { contentType: string; documentIds: readonly string[] }[];
  accessTypes: readonly string[];
}

/** What an editor asks an access to be; what is left out stays as it is. Contacts by documentId. */
export interface AskedAccess {
  given?: GivenGrants | null | undefined;
  closed?: boolean | undefined;
  companyContacts?: boolean | undefined;
  companyRecords?: boolean | undefined;
  contacts?: readonly string[] | undefined;
}

/** Each grant by a name of its own. */
export const grantNames = ({ resources, accessTypes }: GivenGrants): string[] => [
  ...accessTypes,
  ...resources.flatMap(({ contentType, documentIds }) => documentIds.map((id) => `${contentType} ${id}`)),
];

const extentOf = async (strapi: Strapi, guest: GuestRow): Promise<Extent> => ({
  closed: guest.closed,
  companyContacts: guest.companyContacts,
  companyRecords: guest.companyRecords,
  grants: new Set(grantNames(await presentGrants(strapi, guest.documentId))),
  contacts: new Set((await presentPaired(strapi, guest)).map(({ documentId }) => documentId)),
});

const askedExtent = ({ given, closed, companyContacts, companyRecords, contacts }: AskedAccess): Partial<Extent> => ({
  ...(given ? { grants: new Set(grantNames(given)) } : {}),
  ...(closed === undefined ? {} : { closed }),
  ...(companyContacts === undefined ? {} : { companyContacts }),
  ...(companyRecords === undefined ? {} : { companyRecords }),
  ...(contacts === undefined ? {} : { contacts: new Set(contacts) }),
});

/**
 * Raises the version of an access that an editor saves. `save`: they saw it as it is, and it is now open or closed as they
 * asked. `narrow`: they saw an older one, and what they take away is to be taken from what is there now.
 * @throws 409 `conflict` where they saw an older one and give something
 */
export const takeTurn = async (
  strapi: Strapi,
  guest: GuestRow,
  seen: number,
  asked: AskedAccess
): Promise<'save' | 'narrow'> => {
  const { closed } = asked;
  if (await advance(strapi, guest, seen, closed === undefined ? {} : { closed })) return 'save';
  // From here on nobody else changes this access until the transaction ends.
  await advanceOne(strapi, guest);
  const now = await findGuest(strapi, guest.documentId);
  if (now === null || decideLateSave(askedExtent(asked), await extentOf(strapi, now)) === 'conflict') throw conflict();
  return 'narrow';
};

/**
 * Takes from a guest what an editor does not ask any more. Only ever deletes, so that nothing comes back that somebody else
 * has taken meanwhile.
 */
export const narrow = async (strapi: Strapi, guest: GuestRow, asked: AskedAccess): Promise<void> => {
  const { given, contacts } = asked;
  if (given) {
    const resources = new Map<string, string[]>();
    for (const { contentType, documentIds } of given.resources) {
      resources.set(contentType, [...(resources.get(contentType) ?? []), ...documentIds]);
    }
    await narrowGrants(strapi, guest.documentId, { resources, accessTypes: given.accessTypes });
  }
  if (contacts) await unpair(strapi, guest, contacts);
  await narrowGuest(strapi, guest, asked);
  if (asked.closed) await emit(strapi, 'access.ended', { guestId: guest.documentId, door: null });
};
