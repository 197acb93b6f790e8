import type { ListColleagues, ResponseOf } from '../../../../contract';
import { rows, type Strapi } from '../../kernel';
import { contactsOf } from '../access';
import { findGuest } from '../guests';
import { GUEST } from '../settings';

type Colleague = ResponseOf<typeof ListColleagues>['colleagues'][number];

interface Row {
  id: number;
  firstName: string | null;
  lastName: string;
  ownContact: string | null;
  contacts: { documentId: string; company: { name: string } | null }[];
}

/** More than this nobody reads through. */
const colleaguesMax = 200;

/**
 * The other guests that one may know of (D5): those who share a contact with them, or with *company contacts* those of the
 * same companies. A closed guest is not among them. Runs as the system.
 */
export const colleaguesOf = async (strapi: Strapi, documentId: string): Promise<Colleague[]> => {
  const guest = await findGuest(strapi, documentId);
  if (guest === null) return [];
  const reach = { id: guest.id, companyRecords: guest.companyContacts };
  const found = await rows<Row>(strapi, GUEST).findMany({
    select: ['id', 'firstName', 'lastName', 'ownContact'],
    where: {
      $and: [{ id: { $ne: guest.id } }, { closed: false }, { contacts: { id: { $in: contactsOf(strapi, reach) } } }],
    },
    populate: { contacts: { select: ['documentId'], populate: { company: { select: ['name'] } } } },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
    limit: colleaguesMax,
  });
  return found.map(({ firstName, lastName, ownContact, contacts: paired }) => ({
    firstName,
    lastName,
    companyName: (paired.find((one) => one.documentId === ownContact) ?? paired[0])?.company?.name ?? null,
  }));
};
