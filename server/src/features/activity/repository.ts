import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ActivityAction, ActorKind } from '../../../../contract';
import { databaseOf, sql, tableOf, type Position, type Strapi } from '../../kernel';

export const activityTable = (strapi: Strapi): string => tableOf(strapi, 'plugin::guest-access.activity');

type Details = Record<string, string | number | boolean | null>;

export interface NewActivity {
  readonly action: ActivityAction;
  /** documentId */
  readonly guest: string | null;
  /** documentId */
  readonly contact: string | null;
  /** The content type, and the document where it is one. */
  readonly row: { readonly uid: string; readonly documentId: string | null } | null;
  readonly actor: { readonly kind: ActorKind; readonly name: string | null; readonly documentId: string | null };
  readonly address: string | null;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  readonly details: Details;
}

const toColumns = ({ action, guest, contact, row, actor, address, at, details }: NewActivity) => ({
  document_id: randomUUID(),
  at,
  action,
  guest,
  contact,
  content_type: row && row.uid,
  row_id: row && row.documentId,
  actor_kind: actor.kind,
  actor_name: actor.name,
  actor_id: actor.documentId,
  address,
  details: JSON.stringify(details),
});

export const insertActivities = (strapi: Strapi, activities: readonly NewActivity[]): Promise<unknown> =>
  sql(strapi, (knex) => knex(activityTable(strapi)).insert(activities.map(toColumns)));

/**
 * Whoever changes the same guest waits until this transaction is over: ids of a guest's rows rise in the order of the commits.
 * On SQLite one transaction writes at a time.
 */
export const lockGuest = async (strapi: Strapi, documentId: string): Promise<void> => {
  if (databaseOf(strapi) === 'sqlite') return;
  await sql(strapi, (knex) =>
    knex(tableOf(strapi, 'plugin::guest-access.guest')).where({ document_id: documentId }).forUpdate().select('id')
  );
};

/** A row of the log. `at` in milliseconds since 1970, by the clock of the instance that wrote it. */
export interface ActivityRow extends NewActivity {
  readonly id: number;
  readonly documentId: string;
}

/** A row as the database gives it. */
export interface StoredActivity {
  id: number;
  document_id: string;
  at: number | string;
  action: ActivityAction;
  guest: string | null;
  contact: string | null;
  content_type: string | null;
  row_id: string | null;
  actor_kind: ActorKind;
  actor_name: string | null;
  actor_id: string | null;
  address: string | null;
  /** Some databases give the text of JSON, others what it says. */
  details: string | Details | null;
}

export const activityColumns = [
  'id',
  'document_id',
  'at',
  'action',
  'guest',
  'contact',
  'content_type',
  'row_id',
  'actor_kind',
  'actor_name',
  'actor_id',
  'address',
  'details',
] as const satisfies readonly (keyof StoredActivity)[];

const toDetails = (stored: StoredActivity['details']): Details =>
  (typeof stored === 'string' ? (JSON.parse(stored) as Details | null) : stored) ?? {};

export const toActivity = ({
  document_id: documentId,
  content_type: uid,
  row_id: rowId,
  actor_kind: kind,
  actor_name: name,
  actor_id: actorId,
  ...stored
}: StoredActivity): ActivityRow => ({
  ...stored,
  documentId,
  at: Number(stored.at),
  row: uid === null ? null : { uid, documentId: rowId },
  actor: { kind, name, documentId: actorId },
  details: toDetails(stored.details),
});

const newestMax = 1_000;

/** Ids of the newest rows, in ascending order. */
export const newestIds = async (strapi: Strapi): Promise<number[]> => {
  const ids: number[] = await sql(strapi, (knex) =>
    knex(activityTable(strapi)).orderBy('id', 'desc').limit(newestMax).pluck('id')
  );
  return ids.reverse();
};

/** Rows behind a position, in ascending order of their ids. */
export const readActivity = async (
  strapi: Strapi,
  { last, gaps }: Position,
  { subject, upTo, max }: { subject: string | null; upTo?: number; max: number }
): Promise<ActivityRow[]> => {
  const found: StoredActivity[] = await sql(strapi, (knex) =>
    knex(activityTable(strapi))
      .select([...activityColumns])
      .where((query) => {
        void query.where('id', '>', last);
        if (gaps.size > 0) void query.orWhereIn('id', [...gaps.keys()]);
      })
      .modify((query) => {
        if (subject !== null) void query.where({ guest: subject });
        if (upTo !== undefined) void query.where('id', '<=', upTo);
      })
      .orderBy('id')
      .limit(max)
  );
  return found.map(toActivity);
};

/**
 * When something was last noted of guests, by documentId, in milliseconds since 1970.
 * @param guests a sub-query of one column, their documentIds
 */
export const lastNoted = async (
  strapi: Strapi,
  action: ActivityAction,
  guests: Knex.QueryBuilder
): Promise<ReadonlyMap<string, number>> => {
  const found = await sql(strapi, (knex) =>
    knex(activityTable(strapi))
      .select<{ guest: string; at: number | string }[]>('guest', knex.raw('max(??) as ??', ['at', 'at']))
      .where({ action })
      .whereIn('guest', guests)
      .groupBy('guest')
  );
  return new Map(found.map(({ guest, at }) => [guest, Number(at)]));
};

/** More lines of refusals than these are counted as these: a flood. */
const refusalLinesMax = 5_000;

/** How often somebody was not let in since an instant, in milliseconds since 1970. */
export const countRefusals = async (strapi: Strapi, since: number): Promise<number> => {
  const found = await sql(strapi, (knex) =>
    knex(activityTable(strapi))
      .where({ action: 'entrance.refused' })
      .where('at', '>=', since)
      .limit(refusalLinesMax)
      .select<Pick<StoredActivity, 'details'>[]>('details')
  );
  return found.reduce((sum, { details }) => sum + Number(toDetails(details)['count'] ?? 1), 0);
};
