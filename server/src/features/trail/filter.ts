import type { Knex } from 'knex';
import { trailTopics, type ListTrail, type QueryOf } from '../../../../contract';
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
  const { topic, by, guestId, contactId, contentType, rowId, from, to } = filter;
  if (topic !== undefined) query.whereIn('action', trailTopics[topic]);
  if (by !== undefined) query.where('actor_kind', by);
  if (guestId !== undefined) query.where('guest', guestId);
  if (contactId !== undefined)
    query.where((of) => void of.where('contact', contactId).orWhereIn('guest', guestsOf(strapi, contactId)));
  if (contentType !== undefined) query.where('content_type', contentType);
  if (rowId !== undefined) query.where('row_id', rowId);
  if (from !== undefined) query.where('at', '>=', Date.parse(from));
  if (to !== undefined) query.where('at', '<', Date.parse(to));
};

/** Lines behind a cursor, the newest first. */
export const findLines = async (
  strapi: Strapi,
  filter: TrailFilter,
  before: Cursor | null,
  max: number
): Promise<ActivityRow[]> => {
  const found: StoredActivity[] = await sql(strapi, (knex) => {
    const query = knex(activityTable(strapi));
    narrow(strapi, query, filter);
    if (before !== null)
      query
        .where('at', '<=', before.at)
        .where((older) => void older.where('at', '<', before.at).orWhere('id', '<', before.id));
    return query
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(max)
      .select([...activityColumns]);
  });
  return found.map(toActivity);
};
