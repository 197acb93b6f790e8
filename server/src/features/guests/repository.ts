import type { Knex } from 'knex';
import { loginPattern, type GuestOrigin, type Locale } from '../../../../contract';
import {
  asSystem,
  configOf,
  findFile,
  knexOf,
  parseAddress,
  rows,
  sql,
  tableOf,
  type GuestPrincipal,
  type Strapi,
} from '../../kernel';
import { GUEST } from '../settings';
import { keysOf } from './rules';

export interface GuestRow {
  id: number;
  documentId: string;
  lastName: string;
  firstName: string | null;
  language: Locale;
  ownContact: string | null;
  email: string | null;
  emailKey: string | null;
  emailProved: boolean | null;
  knownEmail: string | null;
  takesOver: string | null;
  title: string | null;
  login: string | null;
  description: string | null;
  details: string | null;
  /** Id of a file of the media library. */
  photo: number | null;
  country: string | null;
  timeZone: string | null;
  mobile: string | null;
  origin: GuestOrigin;
  invitationLink: string | null;
  waiting: boolean;
  closed: boolean;
  companyRecords: boolean;
  companyContacts: boolean;
  /** In milliseconds since 1970, as the database gives a big integer. */
  lastSeenAt: string | number | null;
  version: number;
  createdAt: string;
}

export const guestTable = (strapi: Strapi): string => tableOf(strapi, GUEST);

export const guests = (strapi: Strapi) => rows<GuestRow>(strapi, GUEST);

export const findGuest = (strapi: Strapi, documentId: string): Promise<GuestRow | null> =>
  guests(strapi).findOne({ where: { documentId } });

/** Those of some guests that there are, by documentId. */
export const findGuests = async (
  strapi: Strapi,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, GuestRow>> => {
  const found = await guests(strapi).findMany({ where: { documentId: { $in: documentIds } } });
  return new Map(found.map((guest) => [guest.documentId, guest]));
};

/** The guest who is written to at this address; `key` is the one of `parseAddress`. */
export const findGuestByEmailKey = (strapi: Strapi, key: string): Promise<GuestRow | null> =>
  guests(strapi).findOne({ where: { emailKey: key } });

/**
 * The guest who logs in by this name: their login name or their address, in one query over one unique index, whatever was typed.
 * A login name has no at sign, so that none is ever another's address.
 */
export const findGuestByName = (strapi: Strapi, typed: string): Promise<GuestRow | null> => {
  const name = typed.trim().toLowerCase();
  const parsed = parseAddress(name);
  if (parsed.kind === 'address') return findGuestByEmailKey(strapi, parsed.key);
  // What cannot be a login name is asked for as an empty one: some databases take other letters for the same.
  return guests(strapi).findOne({ where: { login: loginPattern.test(name) ? name : '' } });
};

/** The guest whose own contact this is. */
export const findGuestOfContact = (strapi: Strapi, contactId: string): Promise<GuestRow | null> =>
  guests(strapi).findOne({ where: { ownContact: contactId } });

export const findGuestsPairedWith = (strapi: Strapi, contactId: string): Promise<GuestRow[]> =>
  guests(strapi).findMany({ where: { contacts: { documentId: contactId } } });

export const countContactsOf = async (strapi: Strapi, guest: GuestRow): Promise<number> => {
  const row = await rows<{ contacts: { count: number } }>(strapi, GUEST).findOne({
    where: { id: guest.id },
    populate: { contacts: { count: true } },
  });
  return row?.contacts.count ?? 0;
};

/** What is written of a new guest. The columns of their person are null where nothing is known. */
export interface NewGuest {
  lastName: string;
  firstName: string | null;
  language: Locale;
  /** documentId of their own contact, by which its dialog finds them. */
  ownContact: string | null;
  closed: boolean;
  email?: string | null;
  emailKey?: string | null;
  emailProved?: boolean;
  knownEmail?: string | null;
  takesOver?: string | null;
  title?: string | null;
  login?: string | null;
  description?: string | null;
  details?: string | null;
  /** Id of a file of the media library. */
  photo?: number | null;
  country?: string | null;
  timeZone?: string | null;
  mobile?: string | null;
  origin?: GuestOrigin;
  invitationLink?: string | null;
  waiting?: boolean;
  companyRecords?: boolean;
  companyContacts?: boolean;
}

export const insertGuest = (strapi: Strapi, guest: NewGuest, contactIds: readonly number[]): Promise<GuestRow> =>
  guests(strapi).create({ data: { ...guest, ...keysOf(guest, configOf(strapi).phoneCountry), contacts: contactIds } });

/** Writes what a person may type of a guest, and the columns kept beside it. */
export const writeGuest = (
  strapi: Strapi,
  guest: GuestRow,
  change: Partial<Omit<NewGuest, 'closed' | 'waiting'>>
): Promise<unknown> =>
  guests(strapi).update({
    where: { id: guest.id },
    data: { ...change, ...keysOf({ ...guest, ...change }, configOf(strapi).phoneCountry) },
  });

/** Writes the derived columns of a guest again from what is stored of them. */
export const rederive = async (strapi: Strapi, documentId: string): Promise<void> => {
  const guest = await findGuest(strapi, documentId);
  if (guest !== null) await writeGuest(strapi, guest, {});
};

/** The documentIds of the guests who never came, as a sub-query. */
export const neverSeen = (strapi: Strapi): Knex.QueryBuilder =>
  knexOf(strapi)(guestTable(strapi)).select('document_id').whereNull('last_seen_at');

const noteEveryMs = 60_000;

/** Whether it was noted within the last minute that a guest was here, as far as their row says. */
export const isJustSeen = ({ lastSeenAt }: Pick<GuestRow, 'lastSeenAt'>, at: number): boolean =>
  Number(lastSeenAt ?? 0) > at - noteEveryMs;

/**
 * Notes that guests were here, each at most once a minute. Past Strapi: neither `version` nor `updatedAt` says that somebody
 * changed them, so that it is in no editor's way.
 * @param at in milliseconds since 1970
 */
export const noteSeen = (strapi: Strapi, documentIds: readonly string[], at: number): Promise<number> =>
  sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .whereIn('document_id', [...documentIds])
      .where((due) => void due.whereNull('last_seen_at').orWhere('last_seen_at', '<=', at - noteEveryMs))
      .update({ last_seen_at: at })
  );

/** The guest as the row filter takes them, for questions about them outside a request of their own. */
export const principalOf = ({ id, documentId, version, companyRecords }: GuestRow): GuestPrincipal => ({
  id,
  documentId,
  version,
  companyRecords,
  sessionId: 0,
  readOnly: true,
});

/** Sets the address of a guest who has none. One conditional write. @returns whether they had none */
export const takeAddress = async (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id'>,
  { email, emailKey }: { email: string; emailKey: string }
): Promise<boolean> => {
  const updated = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ id: guest.id, email_key: null })
      .update({ email, email_key: emailKey, email_proved: true })
  );
  return updated === 1;
};

export const deleteGuestRow = (strapi: Strapi, guest: GuestRow): Promise<unknown> =>
  guests(strapi).delete({ where: { id: guest.id } });

export const updateGuestRow = (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id'>,
  data: Partial<Pick<GuestRow, 'ownContact' | 'companyRecords' | 'companyContacts'>>
): Promise<unknown> => guests(strapi).update({ where: { id: guest.id }, data });

/**
 * Raises the version of a guest and sets what changed with it, if the version is still the one that the caller saw.
 * One conditional write: of two editors one wins.
 * @returns whether it was
 */
export const advance = async (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id'>,
  seen: number,
  change: { closed?: boolean; waiting?: boolean } = {}
): Promise<boolean> => {
  // An editor who opens an access agrees to it.
  const agreed = change.closed === false ? { waiting: false } : {};
  const updated = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ id: guest.id, version: seen })
      .update({ ...change, ...agreed, version: seen + 1 })
  );
  return updated === 1;
};

/** Opens the access of a guest who waits. One conditional write: of two editors one wins. @returns whether they waited */
export const agree = async (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<boolean> => {
  const updated = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ id: guest.id, closed: true, waiting: true })
      .update({ closed: false, waiting: false, version: knex.raw('version + 1') })
  );
  return updated === 1;
};

/** Closes an access, whatever its version. Who waited does so no longer. One conditional write. @returns whether it was closed by this */
export const shut = async (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<boolean> => {
  const updated = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ id: guest.id })
      .andWhere((one) => void one.where({ closed: false }).orWhere({ waiting: true }))
      .update({ closed: true, waiting: false, version: knex.raw('version + 1') })
  );
  return updated === 1;
};

/** Raises the version of an access that is open, whatever it is. @returns whether it is open */
export const advanceOpen = async (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<boolean> =>
  (await sql(strapi, (knex) =>
    knex(guestTable(strapi)).where({ id: guest.id, closed: false }).increment('version', 1)
  )) === 1;

/** Closes an access and shortens its reach, as far as it is asked; opens and widens nothing. */
export const narrowGuest = (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id'>,
  asked: { closed?: boolean | undefined; companyContacts?: boolean | undefined; companyRecords?: boolean | undefined }
): Promise<unknown> => {
  const taken = {
    ...(asked.closed === true ? { closed: true } : {}),
    ...(asked.companyContacts === false ? { company_contacts: false } : {}),
    ...(asked.companyRecords === false ? { company_records: false } : {}),
  };
  if (Object.keys(taken).length === 0) return Promise.resolve();
  return sql(strapi, (knex) => knex(guestTable(strapi)).where({ id: guest.id }).update(taken));
};

/** Raises the versions of all guests: what was worked out for any of them is stale. */
export const advanceAll = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) => knex(guestTable(strapi)).increment('version', 1));

export const advanceOne = (strapi: Strapi, guest: Pick<GuestRow, 'id'>): Promise<number> =>
  sql(strapi, (knex) => knex(guestTable(strapi)).where({ id: guest.id }).increment('version', 1));

/** Their photo, a file of the media library, or null: also where it was deleted there. Nobody's row filter is asked. */
export const photoOf = async (
  strapi: Strapi,
  { photo }: Pick<GuestRow, 'photo'>
): Promise<{ id: number; url: string; name: string } | null> => {
  if (photo === null) return null;
  const file = await asSystem(() => findFile(strapi, photo));
  return file && { id: file.id, url: file.url, name: file.name };
};

/** Where their photo is, or null. A guest without one costs no query. */
export const photoUrlOf = async (strapi: Strapi, guest: Pick<GuestRow, 'photo'>): Promise<string | null> =>
  (await photoOf(strapi, guest))?.url ?? null;
