import { createHash } from 'node:crypto';
import { newDocumentId, sql, transaction, type Strapi } from '../../kernel';
import { guestTable, type GuestRow } from '../guests';
import { putPassword, replacePassword } from '../passwords';
import type { Purpose, TicketFacts } from './rules';
import { ticketTable } from './table';

const table = ticketTable.name;

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

/** One a purpose; of those that bring a former address back one an address, so that no later change ends an earlier one's. */
const slotOf = ({ guest, purpose, address }: Pick<NewTicket, 'guest' | 'purpose' | 'address'>): string =>
  purpose === 'undo-email'
    ? `${guest}:undo:${createHash('sha256')
        .update(address ?? '')
        .digest('hex')
        .slice(0, 16)}`
    : `${guest}:${purpose}`;

/** Puts a ticket in the place of the guest's earlier one for this purpose, which is no good from then on. */
export const replaceTicket = (strapi: Strapi, ticket: NewTicket): Promise<string> =>
  transaction(strapi, async () => {
    const slot = slotOf(ticket);
    const id = newDocumentId();
    await sql(strapi, (knex) => knex(table).where({ slot }).update({ slot: null }));
    await sql(strapi, (knex) =>
      knex(table)
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
    knex(table).where({ document_id: id }).whereNotNull('slot').update({ digest, ends_at: endsAt })
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
    knex(table)
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
    knex(table).where({ document_id: id }).whereNotNull('slot').where('ends_at', '>', now).update({ slot: null })
  );
  return taken === 1;
};

const ending = (strapi: Strapi, guest: string, isUndo: boolean): Promise<number> =>
  sql(strapi, (knex) =>
    knex(table)
      .where({ guest })
      .where('purpose', isUndo ? '=' : '<>', 'undo-email')
      .whereNotNull('slot')
      .update({ slot: null })
  );

/**
 * From now on none of a guest's tickets is good, but for those that bring a former address back: whoever has come by the
 * guest's password must not end them by setting another, or by another change.
 */
export const endTicketsOf = (strapi: Strapi, guest: string): Promise<number> => ending(strapi, guest, false);

/** From now on no former address of a guest's comes back. */
export const endUndoTicketsOf = (strapi: Strapi, guest: string): Promise<number> => ending(strapi, guest, true);

export const deleteTicketsOf = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ guest }).delete());

/** Forgets those that ended before an instant. */
export const deleteTicketsEndedBefore = (strapi: Strapi, instant: number): Promise<number> =>
  sql(strapi, (knex) => knex(table).where('ends_at', '<', instant).delete());

/**
 * Sets a guest's password (a digest), if they may come in and, where `seen` is given, still have the one that was seen.
 * @returns whether it was set
 */
export const setPassword = (
  strapi: Strapi,
  { id, documentId }: Pick<GuestRow, 'id' | 'documentId'>,
  digest: string,
  seen?: string
): Promise<boolean> =>
  transaction(strapi, async () => {
    // Whoever closes or deletes the access at this moment waits, or has done it.
    const open = await sql(strapi, (knex) =>
      knex(guestTable(strapi)).where({ id, closed: false }).forUpdate().first<{ id: number } | undefined>('id')
    );
    if (open === undefined) return false;
    if (seen !== undefined) return replacePassword(strapi, documentId, digest, seen);
    await putPassword(strapi, documentId, { digest, temporary: false });
    return true;
  });
