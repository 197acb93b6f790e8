import { strings } from '@strapi/utils';
import { fold, type GuestState, type Locale, type SeenProfile } from '../../../../contract';
import { readableAddress, readPhone } from '../../kernel';
import { foldedKey } from '../contacts';

/** What a login name is made of where nothing in the text can stand in one. */
const fallbackLogin = 'guest';
const loginLengthMax = 64;

/** A login name of a title or a name: in plain Latin letters, in lower case, words joined by hyphens. */
export const loginOf = (text: string): string =>
  strings
    .nameToSlug(text)
    .replace(/[^a-z0-9-]+/g, '')
    .slice(0, loginLengthMax)
    .replace(/^-+|-+$/g, '') || fallbackLogin;

/** `base`, or else the first of `base-2`, `base-3`, … that is not taken. */
export const freeLogin = (base: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const login = base.slice(0, loginLengthMax - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken.has(login)) return login;
  }
};

/** Whether a guest keeps their login name, gets their first one, or is refused another. */
export type LoginDecision = { kind: 'keep' } | { kind: 'give'; login: string } | { kind: 'refuse' };

export const decideLogin = (has: string | null, asked: string | null): LoginDecision => {
  if (asked === null || asked === has) return { kind: 'keep' };
  return has === null ? { kind: 'give', login: asked } : { kind: 'refuse' };
};

/** Whether two lists name the same things. */
export const sameSet = <T>(a: readonly T[], b: readonly T[]): boolean => {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((each) => other.has(each));
};

/** How much an access opens; each grant and contact by a name of its own. */
export interface Extent {
  closed: boolean;
  companyContacts: boolean;
  companyRecords: boolean;
  grants: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
}

const hasMore = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => !others.has(one));

/** Whether one opens something that the other does not. */
const exceeds = (one: Extent, other: Extent): boolean =>
  (!one.closed && other.closed) ||
  (one.companyContacts && !other.companyContacts) ||
  (one.companyRecords && !other.companyRecords) ||
  hasMore(one.grants, other.grants) ||
  hasMore(one.contacts, other.contacts);

/**
 * What becomes of a save by an editor who saw an older access than there is now: closing it, and what only takes away from
 * it, goes through (`narrow`); what gives anything is a conflict. What `asked` leaves out stays as it is.
 */
export const decideLateSave = (asked: Partial<Extent>, now: Extent): 'narrow' | 'conflict' => {
  if (asked.closed) return 'narrow';
  const wanted = { ...now, ...asked };
  return exceeds(now, wanted) && !exceeds(wanted, now) ? 'narrow' : 'conflict';
};

/** What a guest may change of themself, and an editor too. */
export interface Profile extends SeenProfile {
  lastName: string;
  locale: Locale;
}

/**
 * What an editor asks, with the fields that they left as they saw them (`seen`) as they are now: else an older form would undo
 * what the guest has changed meanwhile.
 */
export const keepUntouched = <Asked extends Profile>(asked: Asked, seen: SeenProfile, now: Profile): Asked => {
  const keep = <Field extends keyof Profile>(field: Field): Profile[Field] =>
    (asked[field] || null) === (seen[field] || null) ? now[field] : asked[field];
  return {
    ...asked,
    lastName: keep('lastName'),
    firstName: keep('firstName'),
    email: keep('email'),
    locale: keep('locale'),
    country: keep('country'),
    timeZone: keep('timeZone'),
    mobile: keep('mobile'),
  };
};

/** A guest's name as their mails and the log write it: `Arthur NOA`. */
export const nameOf = ({ firstName, lastName }: { firstName: string | null; lastName: string }): string =>
  [firstName, lastName].filter(Boolean).join(' ');

interface Provable {
  email: string | null;
  emailProved: boolean | null;
}

/** Whether a guest has proved to read what is mailed to an address: it is theirs, and proved. */
export const hasProved = ({ email, emailProved }: Provable, address: string | null): boolean =>
  address !== null && emailProved === true && email === address;

/**
 * The name by which a mail to an address may call a guest, who may have typed it: none before they have proved to read it,
 * since until then it may be anybody's.
 */
export const nameTo = (
  guest: { firstName: string | null; lastName: string } & Provable,
  address: string
): string | null => (hasProved(guest, address) ? nameOf(guest) : null);

interface Named {
  lastName: string;
  firstName: string | null;
  email?: string | null;
  title?: string | null;
  login?: string | null;
  mobile?: string | null;
  country?: string | null;
}

/** An international address as people read it, where that is not how it is stored. */
const readableIfOther = (email: string | null | undefined): string | null => {
  const readable = email ? readableAddress(email) : null;
  return readable === email ? null : readable;
};

/** The columns kept beside the typed ones, for sorting and searching; a field a line, so that no match crosses two. */
export const keysOf = (
  { lastName, firstName, email, title, login, mobile, country }: Named,
  siteCountry: string
): { nameKey: string; mobileNumber: string | null; searchText: string } => {
  const phone = readPhone(mobile ?? null, country ?? siteCountry);
  return {
    nameKey: foldedKey(`${lastName} ${firstName ?? ''}`),
    mobileNumber: phone && phone.number,
    searchText: [lastName, firstName, email, readableIfOther(email), title, login, mobile, ...(phone?.digits ?? [])]
      .flatMap((text) => (text ? [fold(text)] : []))
      .join('\n'),
  };
};

interface GuestFacts {
  closed: boolean;
  waiting: boolean;
  hasPassword: boolean;
  hasKey: boolean;
}

/** How a guest stands, in the contract's word. */
export const guestStateOf = ({ closed, waiting, hasPassword, hasKey }: GuestFacts): GuestState => {
  if (closed) return waiting ? 'waiting' : 'closed';
  return hasPassword || hasKey ? 'open' : 'without-credentials';
};

/**
 * Whether somebody who has proved an address may take an access over: it has no address yet, and its contact had this very
 * one when it was given. Where the contact's was changed since, nobody does.
 */
export const isTakenOverBy = (
  guest: { emailKey: string | null; knownEmail: string | null },
  addressKey: string
): boolean => guest.emailKey === null && guest.knownEmail?.toLowerCase() === addressKey;

interface PairedContact {
  id: number;
  documentId: string;
  emailKey: string | null;
}

/**
 * Of the contacts a guest is paired with, their own: the one that was until now, else the one that has their address,
 * else the only one. A contact that is another guest's own is nobody else's.
 */
export const ownContactOf = (
  paired: readonly PairedContact[],
  guest: { ownContact: string | null; emailKey: string | null },
  taken: ReadonlySet<string>
): string | null => {
  if (paired.some(({ documentId }) => documentId === guest.ownContact)) return guest.ownContact;
  const free = paired.filter(({ documentId }) => !taken.has(documentId));
  const [same, ...more] = free.filter(({ emailKey }) => emailKey !== null && emailKey === guest.emailKey);
  if (same && more.length === 0) return same.documentId;
  return paired.length === 1 ? (free[0]?.documentId ?? null) : null;
};

/** Whether a new guest gets more than to be one: rows, types, reach. That takes the right to manage accesses. */
export const givesSomething = ({
  resources,
  accessTypes,
  companyContacts,
  companyRecords,
}: {
  resources: readonly { documentIds: readonly string[] }[];
  accessTypes: readonly string[];
  companyContacts: boolean;
  companyRecords: boolean;
}): boolean =>
  companyContacts ||
  companyRecords ||
  [accessTypes, ...resources.map((one) => one.documentIds)].some((given) => given.length > 0);
