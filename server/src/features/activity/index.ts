import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { now, sql, tableOf, type Feature, type Strapi } from '../../kernel';
import { activity as contentType } from './content-types/activity';

export const actions = [
  'access.saved',
  'access.deleted',
  'key.issued',
  'key.revealed',
  'key.revoked',
  'key.sent',
  'guest.logged-in',
  'preview.started',
  'guest.created',
  'guest.updated',
  'guest.invited',
  'guest.approved',
  'guest.closed',
  'guest.opened',
  'guest.deleted',
  'guest.address-freed',
  'guest.joined',
  'password.set',
  'password.changed',
  'password.reset-asked',
  'email.change-asked',
  'email.changed',
  'email.undone',
  'session.ended',
  'invitation-link.created',
  'invitation-link.revealed',
  'invitation-link.revoked',
  'settings.saved',
] as const;
export type Action = (typeof actions)[number];

export interface Happening {
  action: Action;
  /** documentId of the guest it is about. */
  guest: string | null;
  actor: { kind: 'guest' | 'editor' | 'system'; name: string | null };
  /** Facts that explain it; never a secret. */
  details?: Record<string, string | number | boolean | null>;
}

/** Control characters would let a name forge lines where the log is shown as text. */
const oneLine = (text: string): string => text.replace(/\p{C}+/gu, ' ').slice(0, 250);

/** Notes what happened, in the transaction of what caused it. */
export const record = async (strapi: Strapi, { action, guest, actor, details = {} }: Happening): Promise<void> => {
  await sql(strapi, (knex) =>
    knex(tableOf(strapi, 'plugin::guest-access.activity')).insert({
      document_id: randomUUID(),
      at: now().getTime(),
      action,
      guest,
      actor_kind: actor.kind,
      actor_name: actor.name === null ? null : oneLine(actor.name),
      details: JSON.stringify(details),
    })
  );
};

/**
 * When something was last noted of guests, by documentId, in milliseconds since 1970.
 * @param guests a sub-query of one column, their documentIds
 */
export const lastNoted = async (
  strapi: Strapi,
  action: Action,
  guests: Knex.QueryBuilder
): Promise<ReadonlyMap<string, number>> => {
  const found = await sql(strapi, (knex) =>
    knex(tableOf(strapi, 'plugin::guest-access.activity'))
      .select<{ guest: string; at: number | string }[]>('guest', knex.raw('max(??) as ??', ['at', 'at']))
      .where({ action })
      .whereIn('guest', guests)
      .groupBy('guest')
  );
  return new Map(found.map(({ guest, at }) => [guest, Number(at)]));
};

/** The log: who was given what, and who came in. */
export const activity: Feature = { name: 'activity', contentTypes: { activity: contentType } };
