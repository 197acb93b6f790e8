import type { AccessState } from '../../../../contract';
import { now, rows } from '../../kernel';
import type { AccessStateProvider } from '../contacts';
import { guestTable, type GuestRow } from '../guests';
import { GUEST } from '../settings';
import { findKeysOfGuests, type KeyRow } from './repository';
import { keyTable } from './table';

/** Pure: what the tables show of a contact's access. */
export const stateOf = (
  guest: Pick<GuestRow, 'closed'> | null,
  key: Pick<KeyRow, 'expiresAt'> | null,
  at: Date
): AccessState => {
  if (guest === null) return 'none';
  if (guest.closed) return 'closed';
  const isLive = key !== null && (key.expiresAt === null || key.expiresAt > at);
  return isLive ? 'open' : 'without-key';
};

/** The states of contacts, for the address book, in two queries whatever their number. */
export const accessStates: AccessStateProvider = {
  statesOf: async (strapi, contactIds) => {
    const guests = await rows<GuestRow>(strapi, GUEST).findMany({
      select: ['documentId', 'ownContact', 'closed'],
      where: { ownContact: { $in: contactIds } },
    });
    const keys = await findKeysOfGuests(
      strapi,
      guests.map(({ documentId }) => documentId)
    );
    const keyByGuest = new Map(keys.map((key) => [key.guest, key]));
    return new Map(
      guests.flatMap((guest) =>
        guest.ownContact === null
          ? []
          : [[guest.ownContact, stateOf(guest, keyByGuest.get(guest.documentId) ?? null, now())] as const]
      )
    );
  },

  narrow: (strapi, query, state) => {
    const knex = strapi.db.connection;
    const guest = () =>
      strapi.db
        .getConnection(`${guestTable(strapi)} as guest`)
        .select(knex.raw('1'))
        .whereRaw('?? = ??', ['guest.own_contact', 'contact.document_id']);
    if (state === 'none') return void query.whereNotExists(guest());
    if (state === 'closed') return void query.whereExists(guest().where('guest.closed', true));
    const liveKey = () =>
      strapi.db
        .getConnection(`${keyTable.name} as access_key`)
        .select(knex.raw('1'))
        .whereRaw('?? = ??', ['access_key.guest', 'guest.document_id'])
        .where(
          (either) =>
            void either.whereNull('access_key.expires_at').orWhere('access_key.expires_at', '>', now().getTime())
        );
    const open = guest().where('guest.closed', false);
    if (state === 'open') void open.whereExists(liveKey());
    else void open.whereNotExists(liveKey());
    void query.whereExists(open);
  },
};
