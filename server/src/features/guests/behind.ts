import { rows } from '../../kernel';
import type { GuestsBehind } from '../contacts';
import { CONTACT, GUEST } from '../settings';

interface Paired {
  ownContact: string | null;
  contacts: { id: number; company: { id: number } | null }[];
}

const select = ['id', 'ownContact'];
const populate = { contacts: { select: ['id'], populate: { company: { select: ['id'] } } } };

/** Behind which contacts guests stand, whether or not they may come in at the moment. */
export const guestsBehind: GuestsBehind = {
  contactsWithGuest: async (strapi, contactIds) => {
    const contacts = await rows<{ id: number; documentId: string }>(strapi, CONTACT).findMany({
      select: ['id', 'documentId'],
      where: { id: { $in: contactIds } },
    });
    const own = contacts.map(({ documentId }) => documentId);
    const where = { $or: [{ contacts: { id: { $in: contactIds } } }, { ownContact: { $in: own } }] };
    const guests = await rows<Paired>(strapi, GUEST).findMany({ select, populate, where });
    const paired = new Set(guests.flatMap((guest) => guest.contacts.map(({ id }) => id)));
    const owned = new Set(guests.map(({ ownContact }) => ownContact));
    return new Set(contacts.flatMap(({ id, documentId }) => (paired.has(id) || owned.has(documentId) ? [id] : [])));
  },

  companiesSeen: async (strapi, companyIds) => {
    const where = { companyRecords: true, contacts: { company: { id: { $in: companyIds } } } };
    const guests = await rows<Paired>(strapi, GUEST).findMany({ select, populate, where });
    const seen = new Set(guests.flatMap(({ contacts }) => contacts.map(({ company }) => company?.id)));
    return new Set(companyIds.filter((id) => seen.has(id)));
  },
};
