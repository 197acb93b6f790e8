import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { sql, type GuestPrincipal, type Strapi } from '../../kernel';
import { guestTable } from '../guests';
import { keyTable } from '../keys';
import { sessionTable } from './table';

const table = sessionTable.name;

/** The doors by which a guest comes in by themselves. */
export const guestDoors = ['key', 'password', 'join'] as const;
export type GuestDoor = (typeof guestDoors)[number];

/** How a session came about. A `preview-ticket` is no session yet: it is handed in for one of `preview`. */
export type Door = GuestDoor | 'preview' | 'preview-ticket';

/** All times in milliseconds since 1970. */
export interface NewSession {
  digest: string;
  guest: string;
  door: Door;
  /** The editor who looks, where the door is `preview` or its ticket: by documentId, and their name. */
  looker: { id: string; name: string } | null;
  device: string | null;
  startedAt: number;
  idleEndsAt: number;
  endsAt: number;
}

export const insertSession = (strapi: Strapi, session: NewSession): Promise<unknown> =>
  sql(strapi, (knex) =>
    knex(table).insert({
      document_id: randomUUID(),
      digest: session.digest,
      guest: session.guest,
      door: session.door,
      editor: session.looker?.name ?? null,
      editor_id: session.looker?.id ?? null,
      device: session.device,
      started_at: session.startedAt,
      seen_at: session.startedAt,
      idle_ends_at: session.idleEndsAt,
      ends_at: session.endsAt,
    })
  );

export interface FoundSession {
  guest: GuestPrincipal;
  /** The editor who looks, by documentId; null in a session of the guest's own. */
  editorId: string | null;
  closed: boolean;
  seenAt: number;
  idleEndsAt: number;
  endsAt: number;
}

interface Row {
  session_id: number;
  seen_at: number | string;
  idle_ends_at: number | string;
  ends_at: number | string;
  door: Door;
  editor_id: string | null;
  id: number;
  document_id: string;
  version: number;
  closed: boolean | number;
  company_records: boolean | number;
}

const columns: Record<keyof Row, string> = {
  session_id: 'session.id',
  seen_at: 'session.seen_at',
  idle_ends_at: 'session.idle_ends_at',
  ends_at: 'session.ends_at',
  door: 'session.door',
  editor_id: 'session.editor_id',
  id: 'guest.id',
  document_id: 'guest.document_id',
  version: 'guest.version',
  closed: 'guest.closed',
  company_records: 'guest.company_records',
};

const withGuest = (strapi: Strapi, knex: Knex): Knex.QueryBuilder =>
  knex(`${table} as session`)
    .join(`${guestTable(strapi)} as guest`, 'guest.document_id', 'session.guest')
    .whereNot('session.door', 'preview-ticket');

const toFound = (row: Row): FoundSession => ({
  guest: {
    id: row.id,
    documentId: row.document_id,
    version: row.version,
    companyRecords: Boolean(row.company_records),
    sessionId: row.session_id,
    readOnly: row.door === 'preview',
  },
  editorId: row.editor_id,
  closed: Boolean(row.closed),
  seenAt: Number(row.seen_at),
  idleEndsAt: Number(row.idle_ends_at),
  endsAt: Number(row.ends_at),
});

/** The session of a digest and its guest, in one query over two unique indexes. */
export const findSession = async (strapi: Strapi, digest: string): Promise<FoundSession | null> => {
  const row = await sql(strapi, (knex) =>
    withGuest(strapi, knex).where('session.digest', digest).first<Row | undefined>(columns)
  );
  return row === undefined ? null : toFound(row);
};

/** Sessions and their guests, by the row ids of the sessions. */
export const findSessionsById = async (
  strapi: Strapi,
  ids: readonly number[]
): Promise<ReadonlyMap<number, FoundSession>> => {
  const rows: Row[] = await sql(strapi, (knex) =>
    withGuest(strapi, knex)
      .whereIn('session.id', [...ids])
      .select<Row[]>(columns)
  );
  return new Map(rows.map((row) => [row.session_id, toFound(row)]));
};

/** Takes a ticket, once: of two who hand it in, one has it. */
export const takeTicket = async (
  strapi: Strapi,
  digest: string,
  now: number
): Promise<{ guest: string; editor: string; editor_id: string | null } | null> => {
  const ticket = { digest, door: 'preview-ticket' };
  const found = await sql(strapi, (knex) =>
    knex(table)
      .where(ticket)
      .where('ends_at', '>', now)
      .first<{ guest: string; editor: string; editor_id: string | null } | undefined>('guest', 'editor', 'editor_id')
  );
  if (found === undefined) return null;
  const taken = await sql(strapi, (knex) => knex(table).where(ticket).delete());
  return taken === 1 ? found : null;
};

/** Who looks in a session, and until when; null in a session of the guest's own. */
export const findPreview = async (strapi: Strapi, id: number): Promise<{ editor: string; endsAt: number } | null> => {
  const row = await sql(strapi, (knex) =>
    knex(table)
      .where({ id, door: 'preview' })
      .first<{ editor: string; ends_at: number | string } | undefined>('editor', 'ends_at')
  );
  return row === undefined ? null : { editor: row.editor, endsAt: Number(row.ends_at) };
};

export const touchSession = (strapi: Strapi, id: number, seenAt: number, idleEndsAt: number): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ id }).update({ seen_at: seenAt, idle_ends_at: idleEndsAt }));

export const deleteSession = (strapi: Strapi, id: number): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ id }).delete());

export const deleteSessionByDigest = (strapi: Strapi, digest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ digest }).delete());

export interface OwnSession {
  /** Row id, and the id that the guest is shown. */
  id: number;
  documentId: string;
  door: GuestDoor;
  device: string | null;
  startedAt: number;
  seenAt: number;
}

const ownOf = (guest: string) => (query: Knex.QueryBuilder) =>
  void query.where({ guest }).whereIn('door', [...guestDoors]);

/** The sessions that a guest opened themselves and that are good now, the last used first. */
export const findOwnSessions = async (strapi: Strapi, guest: string, now: number): Promise<OwnSession[]> => {
  type Found = Pick<OwnSession, 'id' | 'door' | 'device'> & Record<'document_id' | 'started_at' | 'seen_at', string>;
  const found: Found[] = await sql(strapi, (knex) =>
    knex(table)
      .modify(ownOf(guest))
      .where('ends_at', '>', now)
      .where('idle_ends_at', '>', now)
      .orderBy([
        { column: 'seen_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select('id', 'document_id', 'door', 'device', 'started_at', 'seen_at')
  );
  return found.map(({ id, document_id, door, device, started_at, seen_at }) => ({
    id,
    documentId: document_id,
    door,
    device,
    startedAt: Number(started_at),
    seenAt: Number(seen_at),
  }));
};

/**
 * Of a guest's own sessions keeps the `max` that were used last. Asked without a lock, so that nobody's login waits for
 * another's: instances that log one guest in at the same instant may leave some more until the next login.
 */
export const endSurplus = (strapi: Strapi, guest: string, { max, now }: { max: number; now: number }): Promise<void> =>
  sql(strapi, async (knex) => {
    const lastUsed: number[] = await knex(table)
      .modify(ownOf(guest))
      .where('ends_at', '>', now)
      .where('idle_ends_at', '>', now)
      .orderBy([
        { column: 'seen_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(max + 1)
      .pluck('id');
    if (lastUsed.length <= max) return;
    await knex(table).modify(ownOf(guest)).whereNotIn('id', lastUsed.slice(0, max)).delete();
  });

/** Ends one of a guest's own sessions. @returns its row id, or null where it is none of theirs */
export const deleteOwnSession = async (strapi: Strapi, guest: string, documentId: string): Promise<number | null> => {
  const own = await sql(strapi, (knex) =>
    knex(table).modify(ownOf(guest)).where({ document_id: documentId }).first<{ id: number } | undefined>('id')
  );
  if (own === undefined) return null;
  return (await deleteSession(strapi, own.id)) === 1 ? own.id : null;
};

/** Ends all sessions that a guest opened themselves. */
export const deleteOwnSessions = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).modify(ownOf(guest)).delete());

/** @param except the one session that stays, by its row id */
export const deleteSessionsOf = (strapi: Strapi, guest: string, door: 'key' | null, except?: number): Promise<number> =>
  sql(strapi, (knex) => {
    const theirs = knex(table).where(door === null ? { guest } : { guest, door });
    return (except === undefined ? theirs : theirs.whereNot({ id: except })).delete();
  });

/** The sessions that a guest's key opened end no later than the key does. */
export const boundByKey = (strapi: Strapi, guest: string, until: number): Promise<number> =>
  sql(strapi, (knex) =>
    knex(table).where({ guest, door: 'key' }).where('ends_at', '>', until).update({ ends_at: until })
  );

/** Ends sessions with the key that gave them: those that an earlier version opened for longer. */
export const boundByKeys = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) => {
    const keyEnd = () =>
      knex({ access_key: keyTable.name })
        .select('access_key.expires_at')
        .where('access_key.guest', knex.ref(`${table}.guest`));
    return knex(table)
      .where({ door: 'key' })
      .whereExists(keyEnd().where('access_key.expires_at', '<', knex.ref(`${table}.ends_at`)))
      .update({ ends_at: keyEnd() });
  });

/** Sessions that are over: nobody asks for them again. */
export const deleteEnded = (strapi: Strapi, now: number): Promise<number> =>
  sql(strapi, (knex) => knex(table).where('ends_at', '<', now).orWhere('idle_ends_at', '<', now).delete());
