import { randomUUID } from 'node:crypto';
import { sql, tableOf, type GuestPrincipal, type Strapi } from '../../kernel';
import { guestTable } from '../guests';

const SESSION = 'plugin::guest-access.session';
const table = (strapi: Strapi) => tableOf(strapi, SESSION);

/** All times in milliseconds since 1970. */
export interface NewSession {
  digest: string;
  guest: string;
  door: 'key';
  device: string | null;
  startedAt: number;
  idleEndsAt: number;
  endsAt: number;
}

export const insertSession = (strapi: Strapi, session: NewSession): Promise<unknown> =>
  sql(strapi, (knex) =>
    knex(table(strapi)).insert({
      document_id: randomUUID(),
      digest: session.digest,
      guest: session.guest,
      door: session.door,
      device: session.device,
      started_at: session.startedAt,
      seen_at: session.startedAt,
      idle_ends_at: session.idleEndsAt,
      ends_at: session.endsAt,
    })
  );

export interface FoundSession {
  guest: GuestPrincipal;
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
  id: number;
  document_id: string;
  version: number;
  closed: boolean | number;
  company_records: boolean | number;
}

/** The session of a digest and its guest, in one query over two unique indexes. */
export const findSession = async (strapi: Strapi, digest: string): Promise<FoundSession | null> => {
  const row = await sql(strapi, (knex) =>
    knex<Row>(`${table(strapi)} as session`)
      .join(`${guestTable(strapi)} as guest`, 'guest.document_id', 'session.guest')
      .where('session.digest', digest)
      .first<Row | undefined>({
        session_id: 'session.id',
        seen_at: 'session.seen_at',
        idle_ends_at: 'session.idle_ends_at',
        ends_at: 'session.ends_at',
        id: 'guest.id',
        document_id: 'guest.document_id',
        version: 'guest.version',
        closed: 'guest.closed',
        company_records: 'guest.company_records',
      })
  );
  if (row === undefined) return null;
  return {
    guest: {
      id: row.id,
      documentId: row.document_id,
      version: row.version,
      companyRecords: Boolean(row.company_records),
      sessionId: row.session_id,
    },
    closed: Boolean(row.closed),
    seenAt: Number(row.seen_at),
    idleEndsAt: Number(row.idle_ends_at),
    endsAt: Number(row.ends_at),
  };
};

export const touchSession = (strapi: Strapi, id: number, seenAt: number, idleEndsAt: number): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ id }).update({ seen_at: seenAt, idle_ends_at: idleEndsAt }));

export const deleteSession = (strapi: Strapi, id: number): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ id }).delete());

export const deleteSessionsOf = (strapi: Strapi, guest: string, door: 'key' | null): Promise<number> =>
  sql(strapi, (knex) =>
    knex(table(strapi))
      .where(door === null ? { guest } : { guest, door })
      .delete()
  );

/** Sessions that are over: nobody asks for them again. */
export const deleteEnded = (strapi: Strapi, now: number): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where('ends_at', '<', now).orWhere('idle_ends_at', '<', now).delete());
