import type { Knex } from 'knex';
import { trailTopics, type ActivityAction, type ListTrail, type QueryOf } from '../../../../contract';
import { queryOfTable, sql, tableOf, type Strapi } from '../../kernel';
import { activityColumns, activityTable, toActivity, type ActivityRow, type StoredActivity } from '../activity';
import { GUEST } from '../settings';

/** What narrows the trail. */
export type TrailFilter = Omit<QueryOf<typeof ListTrail>, 'before' | 'pageSize'>;

/** Where a page ended: the instant and the row id of its last line. */
export interface Cursor {
  readonly at: number;
  readonly id: number;
}

/** The guests who are or were a contact's own: by the guests there are, and by lines that name both. */
const guestsOf = (strapi: Strapi, contactId: string): Knex.QueryBuilder =>
  queryOfTable(strapi, tableOf(strapi, GUEST))
    .where('own_contact', contactId)
    .select('document_id')
    .union(
      queryOfTable(strapi, activityTable(strapi)).where('contact', contactId).whereNotNull('guest').select('guest')
    );

const narrow = (strapi: Strapi, query: Knex.QueryBuilder, filter: TrailFilter): void => {
  const { by, guestId, contactId, contentType, rowId, from, to } = filter;
  if (by !== undefined) query.where('actor_kind', by);
  if (guestId !== undefined) query.where('guest', guestId);
  if (contactId !== undefined)
    query.where((of) => void of.where('contact', contactId).orWhereIn('guest', guestsOf(strapi, contactId)));
  if (contentType !== undefined) query.where('content_type', contentType);
  if (rowId !== undefined) query.where('row_id', rowId);
  if (from !== undefined) query.where('at', '>=', Date.parse(from));
  if (to !== undefined) query.where('at', '<', Date.parse(to));
};

/** Ids of lines behind a cursor, the newest first; of one action, or of any. Each walks one index from where it begins. */
const newest = (
  strapi: Strapi,
  filter: TrailFilter,
  { before, max, action }: { before: Cursor | null; max: number; action: ActivityAction | null }
): Knex.QueryBuilder => {
  const query = queryOfTable(strapi, activityTable(strapi)).select('id');
  narrow(strapi, query, filter);
  if (action !== null) query.where({ action });
  if (before !== null)
    query
      .where('at', '<=', before.at)
      .where((older) => void older.where('at', '<', before.at).orWhere('id', '<', before.id));
  return inOrder(query).limit(max);
};

const inOrder = (query: Knex.QueryBuilder, of = ''): Knex.QueryBuilder =>
  query.orderBy([
    { column: `${of}at`, order: 'desc' },
    { column: `${of}id`, order: 'desc' },
  ]);

/** Lines behind a cursor, the newest first. Of a topic the newest of each of its actions are found, however rare they are. */
export const findLines = async (
  strapi: Strapi,
  { topic, ...filter }: TrailFilter,
  before: Cursor | null,
  max: number
): Promise<ActivityRow[]> => {
  const actions: readonly (ActivityAction | null)[] = topic === undefined ? [null] : trailTopics[topic];
  const found: StoredActivity[] = await sql(strapi, (knex) => {
    // Each in a table of its own: SQLite takes no order and no limit in a part of a union.
    const part = (action: ActivityAction | null): Knex.QueryBuilder =>
      knex.select('id').from(newest(strapi, filter, { before, max, action }).as('part'));
    const [first, ...others] = actions;
    const ids = part(first ?? null).unionAll(others.map(part));
    return inOrder(knex.from(ids.as('newest')).join({ line: activityTable(strapi) }, 'line.id', 'newest.id'), 'line.')
      .limit(max)
      .select(activityColumns.map((name) => `line.${name}`));
  });
  return found.map(toActivity);
};
