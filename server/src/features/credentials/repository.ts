import { randomBytes } from 'node:crypto';
import { sql, tableOf, transaction, type Strapi } from '../../kernel';
import { guestTable, type GuestRow } from '../guests';
import type { Purpose, TicketFacts } from './rules';

const TICKET = 'plugin::guest-access.ticket';
const table = (strapi: Strapi) => tableOf(strapi, TICKET);

/** All times in milliseconds since 1970. */
export interface NewTicket {
  digest: string;
  purpose: Purpose;
  guest: string;
  address: string | null;
  madeAt: number;
  endsAt: number;
}

export interface Ticket extends TicketFacts {
  id: string;
  guest: string;
  address: string | null;
}

const slotOf = ({ guest, purpose }: Pick<NewTicket, 'guest' | 'purpose'>): string => `${guest}:${purpose}`;

/** Puts a ticket in the place of the guest's earlier one for this purpose, which is no good from then on. */
export const replaceTicket = (strapi: Strapi, ticket: NewTicket): Promise<string> =>
  transaction(strapi, async () => {
    const slot = slotOf(ticket);
    const id = randomBytes(12).toString('hex');
    await sql(strapi, (knex) => knex(table(strapi)).where({ slot }).update({ slot: null }));
    await sql(strapi, (knex) =>
      knex(table(strapi))
        .insert({
          document_id: id,
          digest: ticket.digest,
          purpose: ticket.purpose,
          guest: ticket.guest,
          slot,
          address: ticket.address,
          made_at: ticket.madeAt,
          ends_at: ticket.endsAt,
        })
        // Of two that come at the same moment the later one stays.
        .onConflict('slot')
        .merge(['document_id', 'digest', 'address', 'made_at', 'ends_at'])
    );
    return id;
  });

/** Gives a ticket that is still good another secret. @returns whether it was */
export const renameTicket = async (strapi: Strapi, id: string, digest: string, endsAt: number): Promise<boolean> => {
  const renamed = await sql(strapi, (knex) =>
    knex(table(strapi)).where({ document_id: id }).whereNotNull('slot').update({ digest, ends_at: endsAt })
  );
  return renamed === 1;
};

interface Row {
  document_id: string;
  purpose: Purpose;
  guest: string;
  slot: string | null;
  address: string | null;
  ends_at: number | string;
}

/** A ticket by the digest of its secret, also one that is no good any more. */
export const findTicket = async (strapi: Strapi, digest: string): Promise<Ticket | null> => {
  const row = await sql(strapi, (knex) =>
    knex(table(strapi))
      .where({ digest })
      .first<Row | undefined>('document_id', 'purpose', 'guest', 'slot', 'address', 'ends_at')
  );
  if (row === undefined) return null;
  const { document_id: id, purpose, guest, slot, address, ends_at: endsAt } = row;
  return { id, purpose, guest, address, live: slot !== null, endsAt: Number(endsAt) };
};

/** Uses a ticket up, once: of two who hand it in, one has it. */
export const takeTicket = async (strapi: Strapi, { id }: Pick<Ticket, 'id'>, now: number): Promise<boolean> => {
  const taken = await sql(strapi, (knex) =>
    knex(table(strapi))
      .where({ document_id: id })
      .whereNotNull('slot')
      .where('ends_at', '>', now)
      .update({ slot: null })
  );
  return taken === 1;
};

/** From now on none of a guest's tickets is good. */
export const endTicketsOf = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ guest }).whereNotNull('slot').update({ slot: null }));

export const deleteTicketsOf = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ guest }).delete());

/** Forgets those that ended before an instant. */
export const deleteTicketsEndedBefore = (strapi: Strapi, instant: number): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where('ends_at', '<', instant).delete());

/**
 * Sets a guest's password, if he may come in and, where `seen` is given, still has the one that was seen.
 * @returns whether it was set
 */
export const setPassword = async (
  strapi: Strapi,
  { id }: Pick<GuestRow, 'id'>,
  password: string,
  seen?: string
): Promise<boolean> => {
  const set = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where(seen === undefined ? { id, closed: false } : { id, closed: false, password: seen })
      .update({ password, must_change_password: false })
  );
  return set === 1;
};
