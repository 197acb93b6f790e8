import { sql, type Strapi } from '../../kernel';
import { activityColumns, activityTable, toActivity, type ActivityRow, type StoredActivity } from '../activity';
import type { Link } from './chain';
import { chainTable } from './table';

const chain = chainTable.name;

/** The last link; null where there is none. */
export const headOf = async (strapi: Strapi): Promise<Link | null> => {
  const [head] = await sql(strapi, (knex) => knex(chain).orderBy('place', 'desc').limit(1).select<Link[]>('*'));
  return head ?? null;
};

/** How far below the newest line of the chain one may appear that was written in a transaction which was open for long. */
const windowOfLines = 10_000;

const lineColumns = activityColumns.map((name) => `line.${name}`);

/** Lines that are in the chain not yet, in the order in which they were written. */
export const looseLines = async (strapi: Strapi, max: number): Promise<ActivityRow[]> => {
  const found: StoredActivity[] = await sql(strapi, async (knex) => {
    const [newest] = await knex(chain).max<{ line: number | null }[]>({ line: 'line' });
    return knex({ line: activityTable(strapi) })
      .leftJoin({ link: chain }, 'link.line', 'line.id')
      .whereNull('link.id')
      .where('line.id', '>', (newest?.line ?? 0) - windowOfLines)
      .orderBy('line.id')
      .limit(max)
      .select(lineColumns);
  });
  return found.map(toActivity);
};

/** How many lines are in the chain not yet, wherever they are. */
export const countLoose = (strapi: Strapi): Promise<number> =>
  sql(strapi, async (knex) => {
    const [found] = await knex({ line: activityTable(strapi) })
      .leftJoin({ link: chain }, 'link.line', 'line.id')
      .whereNull('link.id')
      .count<{ total: number | string }[]>({ total: '*' });
    return Number(found?.total ?? 0);
  });

export const insertLinks = (strapi: Strapi, links: readonly Link[]): Promise<unknown> =>
  sql(strapi, (knex) => knex(chain).insert([...links]));

/** Links behind a place, each with its line; null for a line that is not there. */
export const readChain = async (
  strapi: Strapi,
  after: number,
  max: number
): Promise<{ link: Link; line: ActivityRow | null }[]> => {
  const links = await sql(strapi, (knex) =>
    knex(chain).where('place', '>', after).orderBy('place').limit(max).select<Link[]>('*')
  );
  const found: StoredActivity[] = await sql(strapi, (knex) =>
    knex(activityTable(strapi))
      .whereIn(
        'id',
        links.map(({ line }) => line)
      )
      .select([...activityColumns])
  );
  const lines = new Map(found.map((line) => [line.id, toActivity(line)]));
  return links.map((link) => ({ link, line: lines.get(link.line) ?? null }));
};

/**
 * Takes away the oldest lines of the chain that are older than an instant, some at a time. The last of their links stays: the next line
 * is held against it.
 * @returns how many lines went, and the place of the last of them
 */
export const dropOldest = (
  strapi: Strapi,
  before: number,
  max: number
): Promise<{ count: number; place: number | null }> =>
  sql(strapi, async (knex) => {
    const oldest = await knex({ link: chain })
      .join({ line: activityTable(strapi) }, 'line.id', 'link.line')
      .orderBy('link.place')
      .limit(max)
      .select<{ place: number; line: number; at: number | string }[]>('link.place', 'link.line', 'line.at');
    const end = oldest.findIndex(({ at }) => Number(at) >= before);
    const doomed = end === -1 ? oldest : oldest.slice(0, end);
    const last = doomed.at(-1);
    if (last === undefined) return { count: 0, place: null };
    await knex(activityTable(strapi))
      .whereIn(
        'id',
        doomed.map(({ line }) => line)
      )
      .delete();
    await knex(chain).where('place', '<', last.place).delete();
    return { count: doomed.length, place: last.place };
  });

/** The places of lines in the chain, by their row ids. */
export const placesOf = async (strapi: Strapi, lines: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const found = await sql(strapi, (knex) =>
    knex(chain)
      .whereIn('line', [...lines])
      .select<Pick<Link, 'line' | 'place'>[]>('line', 'place')
  );
  return new Map(found.map(({ line, place }) => [line, place]));
};
