import type { Strapi } from '../../kernel';

/** What a later feature knows of the guests who stand behind contacts. All ids are row ids. */
export interface GuestsBehind {
  /** Of these contacts, those whom a guest is, or is paired with. */
  contactsWithGuest(strapi: Strapi, contactIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Of these companies, those whose contacts' rows some guest sees, because one of them is theirs (*company records*). */
  companiesSeen(strapi: Strapi, companyIds: readonly number[]): Promise<ReadonlySet<number>>;
}

let known: GuestsBehind | null = null;

/** Called once, at register, by the feature that keeps the guests. */
export const provideGuestsBehind = (given: GuestsBehind): void => {
  known = given;
};

/** @throws where nothing was registered: what decides over accesses would be open to everybody */
export const guestsBehind = (): GuestsBehind => {
  if (known === null) throw new Error('Nobody says behind which contacts guests stand');
  return known;
};

/** Of these contacts, by row id, those whom a guest is, or is paired with. */
export const contactsWithGuest: GuestsBehind['contactsWithGuest'] = (strapi, contactIds) =>
  guestsBehind().contactsWithGuest(strapi, contactIds);

/** Of these companies, by row id, those whose contacts' rows some guest sees by the company. */
export const companiesSeen: GuestsBehind['companiesSeen'] = (strapi, companyIds) =>
  guestsBehind().companiesSeen(strapi, companyIds);
