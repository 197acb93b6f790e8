import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises';
import { now, sql, type Strapi } from '../../kernel';
import { lastNoted } from '../activity';
import { neverSeen, noteSeen } from '../guests';
import { keyTable } from '../keys';
import { guestDoors } from './repository';
import { sessionTable } from './table';

interface Batch {
  readonly guests: Set<string>;
  readonly written: Promise<void>;
}
const filling = new WeakMap<Strapi, Batch>();
const lastWritten = new WeakMap<Strapi, Promise<void>>();

const waitMs = 200;

/**
 * Notes that a guest is here; the editor who looks as one is not. Those who come at the same moment are noted in one statement,
 * outside of the login's transaction. A request does not wait for long, since somebody may be saving a guest of that moment;
 * where it fails, the next minute notes it again.
 */
export const seen = (strapi: Strapi, guest: string): Promise<void> =>
  Promise.race([noteTogether(strapi, guest), wait(waitMs, undefined, { ref: false })]);

const noteTogether = (strapi: Strapi, guest: string): Promise<void> => {
  const open = filling.get(strapi);
  if (open) {
    open.guests.add(guest);
    return open.written;
  }
  const guests = new Set([guest]);
  const write = async () => {
    await nextRound();
    filling.delete(strapi);
    await noteSeen(strapi, [...guests], now().getTime());
  };
  const written = (lastWritten.get(strapi) ?? Promise.resolve()).then(write).catch((reason: unknown) => {
    filling.delete(strapi);
    strapi.log.debug(`guest-access: it was not noted who was here: ${String(reason)}`);
  });
  filling.set(strapi, { guests, written });
  lastWritten.set(strapi, written);
  return written;
};

/** What sessions, keys and the log say of guests of whom nothing is noted: the newest instant of each. */
const lastUsed = async (strapi: Strapi): Promise<ReadonlyMap<string, number>> => {
  const newest = new Map<string, number>();
  const add = (guest: string, at: number) => void newest.set(guest, Math.max(at, newest.get(guest) ?? 0));
  for (const [guest, at] of await lastNoted(strapi, 'guest.logged-in', neverSeen(strapi))) add(guest, at);
  type Found = { guest: string; at: number | string }[];
  const sessions: Found = await sql(strapi, (knex) =>
    knex(sessionTable.name)
      .select('guest', knex.raw('max(seen_at) as ??', ['at']))
      .whereIn('door', [...guestDoors])
      .whereIn('guest', neverSeen(strapi))
      .groupBy('guest')
  );
  const keys: Found = await sql(strapi, (knex) =>
    knex(keyTable.name)
      .select('guest', knex.raw('last_used_at as ??', ['at']))
      .whereNotNull('last_used_at')
      .whereIn('guest', neverSeen(strapi))
  );
  for (const { guest, at } of [...sessions, ...keys]) add(guest, Number(at));
  return newest;
};

/** Guests of an earlier version, which noted it with the session alone: what is still known of them. */
export const fillLastSeen = async (strapi: Strapi): Promise<void> => {
  for (const [guest, at] of await lastUsed(strapi)) await noteSeen(strapi, [guest], at);
};
