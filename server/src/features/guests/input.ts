import { isCountry, type GuestInput } from '../../../../contract';
import {
  findFile,
  invalidBody,
  isTimeZone,
  requireAddress,
  shownFiles,
  type ShownRows,
  type Strapi,
} from '../../kernel';
import { findContacts, type ContactRow } from '../contacts';
import type { NewGuest } from './repository';

export interface Address {
  /** What mail is sent to. */
  address: string;
  /** What addresses are compared by. */
  key: string;
}

/** The address that was typed, by the one parser; null where none was. @throws 400 `invalid_body` */
export const addressOf = (email: string | null): Address | null => (email ? requireAddress(email) : null);

/** @throws 400 `invalid_body` for a country or a time zone that there is not */
export const checkPlace = ({ country, timeZone }: { country?: string | null; timeZone?: string | null }): void => {
  if (country && !isCountry(country)) throw invalidBody(['country'], 'country: no country has this code');
  if (timeZone && !isTimeZone(timeZone)) throw invalidBody(['timeZone'], 'timeZone: there is no such time zone');
};

/**
 * A photo that is chosen is one that the media library shows to whoever chooses it: the answer names it and its address.
 * @param stored the photo that the guest has
 */
const checkPhoto = async (strapi: Strapi, photo: number | null, stored: number | null): Promise<void> => {
  if (photo === null) return;
  const shown: ShownRows = photo === stored ? { kind: 'all' } : shownFiles(strapi);
  const file = shown.kind === 'none' ? null : await findFile(strapi, photo, shown.kind === 'where' ? shown.where : {});
  if (!file?.mime.startsWith('image/')) throw invalidBody(['photo'], 'photo: no image of the media library');
};

/** The chosen contacts, in the order in which they were chosen. @throws 400 `invalid_body` where one is not there */
export const chosenContacts = async (strapi: Strapi, contactIds: readonly string[]): Promise<ContactRow[]> => {
  const byId = new Map((await findContacts(strapi, contactIds)).map((contact) => [contact.documentId, contact]));
  return [...new Set(contactIds)].map((contactId, index) => {
    const contact = byId.get(contactId);
    if (!contact) throw invalidBody(['contactIds', String(index)], 'One of the chosen contacts is not there any more');
    return contact;
  });
};

type Person = Pick<
  NewGuest,
  'lastName' | 'firstName' | 'title' | 'description' | 'details' | 'photo' | 'country' | 'timeZone' | 'mobile'
>;

/** What an editor typed of a guest, as it is stored: an empty text is none. @throws 400 `invalid_body` */
export const personOf = async (
  strapi: Strapi,
  input: Pick<GuestInput, keyof Person>,
  stored: Pick<Person, 'photo'> | null
): Promise<Person> => {
  checkPlace(input);
  await checkPhoto(strapi, input.photo, stored?.photo ?? null);
  return {
    lastName: input.lastName,
    firstName: input.firstName || null,
    title: input.title || null,
    description: input.description || null,
    details: input.details || null,
    photo: input.photo,
    country: input.country,
    timeZone: input.timeZone,
    mobile: input.mobile || null,
  };
};
