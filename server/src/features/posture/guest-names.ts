import type { FindingExample } from '../../../../contract';
import { rows } from '../../kernel';
import { fullName } from '../contacts';
import { GUEST } from '../settings';
import type { GuestRow } from '../guests';
import { example, type Look } from './finding';

type Named = Pick<GuestRow, 'id' | 'documentId' | 'lastName' | 'firstName' | 'lastSeenAt'>;

/** Guests by name, with a way to each, in the order of `ids`; none for who may not see guests. */
export const namedGuests = async (
  { strapi, caller }: Look,
  by: 'id' | 'documentId',
  ids: readonly (string | number)[],
  atOf: (guest: Named) => string | null = () => null
): Promise<FindingExample[]> => {
  if (ids.length === 0 || !caller.may('showsGuest')) return [];
  const found = await rows<Named>(strapi, GUEST).findMany({
    select: ['id', 'documentId', 'lastName', 'firstName', 'lastSeenAt'],
    where: { [by]: { $in: ids } },
  });
  const known = new Map(found.map((guest) => [guest[by], guest]));
  return ids.flatMap((id) => {
    const guest = known.get(id);
    if (guest === undefined) return [];
    const { lastName, firstName, documentId } = guest;
    const name = fullName({ lastName, firstName, company: null });
    return example({ name, at: atOf(guest), page: 'guest', pageId: documentId });
  });
};
