import type { Knex } from 'knex';
import type { AccessState, GuestState } from '../../../../contract';
import { knexOf, queryOfTable, rows, sql, type Strapi } from '../../kernel';
import type { AccessStateProvider } from '../contacts';
import { guestsWithPassword, guestsWithSomePassword } from '../passwords';
import { GUEST } from '../settings';
import { keyPort } from './ports';
import { guestTable, type GuestRow } from './repository';
import { guestStateOf } from './rules';

type Stored = Pick<GuestRow, 'documentId' | 'closed' | 'waiting'>;

/** Which of these guests have a live key. */
export const guestsWithKey = async (strapi: Strapi, guestIds: readonly string[]): Promise<Set<string>> => {
  const found = await sql(strapi, (knex) =>
    knex(keyPort().guestsWithKey(strapi).as('held')).whereIn('held.guest', guestIds).pluck<string[]>('held.guest')
  );
  return new Set(found);
};

/** How guests stand, by documentId, in two queries whatever their number. */
export const statesOf = async (strapi: Strapi, guests: readonly Stored[]): Promise<Map<string, GuestState>> => {
  const ids = guests.map(({ documentId }) => documentId);
  const keyed = await guestsWithKey(strapi, ids);
  const passworded = await guestsWithPassword(strapi, ids);
  return new Map(
    guests.map(({ documentId, closed, waiting }) => {
      const facts = { closed, waiting, hasPassword: passworded.has(documentId), hasKey: keyed.has(documentId) };
      return [documentId, guestStateOf(facts)];
    })
  );
};

/** How one guest stands; `none` for nobody. */
export const accessStateOf = async (strapi: Strapi, guest: Stored | null): Promise<AccessState> =>
  (guest && (await statesOf(strapi, [guest])).get(guest.documentId)) ?? 'none';

/** Leaves those in a state of a query over the guests' table, which it knows by the name `guest`: as `guestStateOf`, of every row. */
export const narrowToState = (strapi: Strapi, query: Knex.QueryBuilder, state: GuestState): void => {
  if (state === 'waiting' || state === 'closed') {
    query.where({ 'guest.closed': true, 'guest.waiting': state === 'waiting' });
    return;
  }
  query.where('guest.closed', false);
  const withKey = keyPort().guestsWithKey(strapi);
  const withPassword = guestsWithSomePassword(strapi);
  if (state === 'open') {
    query.where((can) => void can.whereIn('guest.document_id', withPassword).orWhereIn('guest.document_id', withKey));
  } else {
    query.whereNotIn('guest.document_id', withPassword).whereNotIn('guest.document_id', withKey);
  }
};

/** The states of contacts, for the address book. */
export const accessStates: AccessStateProvider = {
  statesOf: async (strapi, contactIds) => {
    const guests = await rows<Stored & { ownContact: string }>(strapi, GUEST).findMany({
      select: ['documentId', 'ownContact', 'closed', 'waiting'],
      where: { ownContact: { $in: contactIds } },
    });
    const states = await statesOf(strapi, guests);
    return new Map(guests.map(({ documentId, ownContact }) => [ownContact, states.get(documentId) ?? 'none']));
  },

  narrow: (strapi, query, state) => {
    const knex = knexOf(strapi);
    const guest = queryOfTable(strapi, `${guestTable(strapi)} as guest`)
      .select(knex.raw('1'))
      .whereRaw('?? = ??', ['guest.own_contact', 'contact.document_id']);
    if (state === 'none') {
      query.whereNotExists(guest);
      return;
    }
    narrowToState(strapi, guest, state);
    query.whereExists(guest);
  },
};
