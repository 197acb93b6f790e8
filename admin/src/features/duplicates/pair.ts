import type { HeldPerson } from '../../../../contract/importing';
import type { Contact } from '../../../../contract/contacts';

/** Two contacts of which one stays. */
export interface Pair {
  kept: Contact;
  merged: Contact;
}

const hasAccess = ({ accessState }: Contact): boolean => accessState !== null && accessState !== 'none';

/** Whoever has an access stays; else the one that is there longer. */
export const pairOf = (older: Contact, newer: Contact): Pair =>
  hasAccess(newer) && !hasAccess(older) ? { kept: newer, merged: older } : { kept: older, merged: newer };

/** A contact as it is compared. */
export const personOf = ({ company, ...contact }: Contact): HeldPerson => {
  const { lastName, firstName, email, phone, directLine, mobile, locale } = contact;
  return { lastName, firstName, email, phone, directLine, mobile, company: company?.name ?? null, locale };
};
