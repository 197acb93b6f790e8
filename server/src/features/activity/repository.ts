import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ActivityAction, ActorKind } from '../../../../contract';
import { databaseOf, now, sql, tableOf, type Position, type Strapi } from '../../kernel';

const table = (strapi: Strapi): string => tableOf(strapi, 'plugin::guest-access.activity');

export interface NewActivity {
  action: ActivityAction;
  guest: string | null;
  actor: { kind: ActorKind; name: string | null };
  details: Record<string, string | number | boolean | null>;
}

export const insertActivity = (strapi: Strapi, { action, guest, actor, details }: NewActivity): Promise<unknown> =>
  sql(strapi, (knex) =>
    knex(table(strapi)).insert({
      document_id: randomUUID(),
      at: now().getTime(),
      action,
      guest,
      actor_kind: actor.kind,
      actor_name: actor.name,
      details: JSON.stringify(details),
    })
  );

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
export interface ActivityRow {
  readonly id: number;
  readonly at: number;
  readonly action: ActivityAction;
  readonly guest: string | null;
  readonly actor: NewActivity['actor'];
}

type Found = Pick<ActivityRow, 'id' | 'action' | 'guest'> & {
  at: number | string;
  actor_kind: ActorKind;
  actor_name: string | null;
};

const columns = ['id', 'at', 'action', 'guest', 'actor_kind', 'actor_name'];

const toActivity = ({ id, at, action, guest, actor_kind, actor_name }: Found): ActivityRow => ({
  id,
  at: Number(at),
  action,
  guest,
  actor: { kind: actor_kind, name: actor_name },
});

const newestMax = 1_000;

/** Ids of the newest rows, in ascending order. */
export const newestIds = async (strapi: Strapi): Promise<number[]> => {
  const ids: number[] = await sql(strapi, (knex) =>
    knex(table(strapi)).orderBy('id', 'desc').limit(newestMax).pluck('id')
  );
  return ids.reverse();
};

/** Rows behind a position, in ascending order of their ids. */
export const readActivity = async (
  strapi: Strapi,
  { last, gaps }: Position,
  { subject, upTo, max }: { subject: string | null; upTo?: number; max: number }
): Promise<ActivityRow[]> => {
  const found: Found[] = await sql(strapi, (knex) =>
    knex(table(strapi))
      .select(columns)
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

/** A page of what the log says of a guest, the newest first. */
export const findActivityPage = (
  strapi: Strapi,
  guest: string,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<{ found: ActivityRow[]; total: number }> =>
  sql(strapi, async (knex) => {
    const found: Found[] = await knex(table(strapi))
      .select(columns)
      .where({ guest })
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const [counted] = await knex(table(strapi)).where({ guest }).count<{ total: number | string }[]>({ total: '*' });
    return { found: found.map(toActivity), total: Number(counted?.total ?? 0) };
  });

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
    knex(table(strapi))
      .select<{ guest: string; at: number | string }[]>('guest', knex.raw('max(??) as ??', ['at', 'at']))
      .where({ action })
      .whereIn('guest', guests)
      .groupBy('guest')
  );
  return new Map(found.map(({ guest, at }) => [guest, Number(at)]));
};
