import { rows, type Strapi } from '../../kernel';
import { GUEST } from '../settings';
import { guests, type GuestRow } from './repository';

/** Which of these contacts, by documentId, are some guest's own. */
export const ownedContacts = async (strapi: Strapi, contactIds: readonly string[]): Promise<Set<string>> => {
  const found = await guests(strapi).findMany({
    select: ['ownContact'],
    where: { ownContact: { $in: contactIds } },
  });
  return new Set(found.flatMap(({ ownContact }) => ownContact ?? []));
};

/** The contacts a guest is paired with, by row id. */
export const pairedContactIds = async (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<number[]> => {
  const row = await rows<{ contacts: { id: number }[] }>(strapi, GUEST).findOne({
    where: { id: guest.id },
    populate: { contacts: { select: ['id'] } },
  });
  return row?.contacts.map(({ id }) => id) ?? [];
};

export const setPairedContacts = (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id'>,
  ids: readonly number[]
): Promise<unknown> => guests(strapi).update({ where: { id: guest.id }, data: { contacts: { set: ids } } });

/** Takes from a guest the contacts that are not among these, by documentId; pairs them with none. */
export const unpair = async (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id' | 'ownContact'>,
  kept: readonly string[]
): Promise<void> => {
  const row = await rows<{ contacts: { id: number; documentId: string }[] }>(strapi, GUEST).findOne({
    where: { id: guest.id },
    populate: { contacts: { select: ['id', 'documentId'] } },
  });
  const dropped = (row?.contacts ?? [])
    .filter(({ documentId }) => !kept.includes(documentId))
    .map(({ id }) => ({ id }));
  if (dropped.length === 0) return;
  const ownStays = guest.ownContact === null || kept.includes(guest.ownContact);
  await guests(strapi).update({
    where: { id: guest.id },
    data: { contacts: { disconnect: dropped }, ...(ownStays ? {} : { ownContact: null }) },
  });
};
