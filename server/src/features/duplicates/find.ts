import type { Knex } from 'knex';
import { likenesses, type Likeness } from '../../../../contract';
import { sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { apartTable } from './table';

/** Two contacts by row id. */
export interface FoundPair {
  readonly by: Likeness;
  readonly older: number;
  readonly newer: number;
}

/** A number that more contacts have than this is a switchboard's. */
const sharersMax = 5;

/**
 * Contacts `o` whose key another has too, each with the first `p` of those before it that nobody has told apart from it. Keys that only one
 * has are dropped first: what is looked for one by one is only what is there several times.
 */
const pairsBy = (knex: Knex, table: string): Record<Likeness, Knex.QueryBuilder> => {
  const firstBefore = (isAlike: (before: Knex.QueryBuilder) => Knex.QueryBuilder) =>
    isAlike(knex({ p: table }))
      .whereRaw('p.id < o.id')
      .whereNotExists(
        knex({ a: apartTable.name }).select('a.id').whereRaw('a.older = p.document_id AND a.newer = o.document_id')
      )
      .select('p.id')
      .orderBy('p.id')
      .limit(1);
  const paired = (by: Likeness, keys: Knex.QueryBuilder, isIt: string, before: string) =>
    knex({ o: table })
      .join(keys.as('k'), (on) => void on.on(knex.raw(isIt)))
      .select({
        rank: knex.raw('?', [likenesses.indexOf(by)]),
        newer: 'o.id',
        older: firstBefore((query) => query.whereRaw(before)),
      });

  const addresses = knex(table)
    .whereNotNull('email_key')
    .groupBy('email_key')
    .havingRaw('count(*) > 1')
    .select('email_key');
  const names = knex(table)
    .whereNotNull('last_name_key')
    .groupByRaw("last_name_key, coalesce(first_name_key, ''), coalesce(company_id, 0)")
    .havingRaw('count(*) > 1')
    .select({
      last: 'last_name_key',
      first: knex.raw("coalesce(first_name_key, '')"),
      company: knex.raw('coalesce(company_id, 0)'),
    });
  const lines = (column: string) => knex(table).whereNotNull(column).select({ number: column, contact: 'id' });
  const numbers = knex
    .from(lines('mobile_number').unionAll(lines('direct_line_number')).as('l'))
    .groupBy('l.number')
    .havingRaw('count(distinct l.contact) between 2 and ?', [sharersMax])
    .select('l.number');

  const sameName = (one: string) =>
    `${one}.last_name_key = k.last AND coalesce(${one}.first_name_key, '') = k.first AND coalesce(${one}.company_id, 0) = k.company`;
  const sameNumber = (one: string) => `(${one}.mobile_number = k.number OR ${one}.direct_line_number = k.number)`;
  return {
    email: paired('email', addresses, 'o.email_key = k.email_key', 'p.email_key = k.email_key'),
    name: paired('name', names, sameName('o'), sameName('p')),
    phone: paired('phone', numbers, sameNumber('o'), sameNumber('p')),
  };
};

/** A page of the contacts that may be there twice, the surest first, and how many there are. */
export const findPairs = (
  strapi: Strapi,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<{ pairs: FoundPair[]; total: number }> =>
  sql(strapi, async (knex) => {
    const { email, name, phone } = pairsBy(knex, tableOf(strapi, CONTACT));
    const pairs = () =>
      knex
        .from(email.clone().unionAll([name.clone(), phone.clone()]).as('found'))
        .whereNotNull('found.older')
        .groupBy('found.older', 'found.newer');
    const found: { rank: number; older: number; newer: number }[] = await pairs()
      .select({ older: 'found.older', newer: 'found.newer', rank: knex.raw('min(found.??)', ['rank']) })
      .orderByRaw('min(found.??), found.newer DESC', ['rank'])
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const [counted]: { total: number | string }[] = await knex
      .from(pairs().select('found.older').as('pairs'))
      .count({ total: '*' });
    return {
      pairs: found.flatMap(({ rank, older, newer }) => {
        const by = likenesses[Number(rank)];
        return by === undefined ? [] : [{ by, older: Number(older), newer: Number(newer) }];
      }),
      total: Number(counted?.total ?? 0),
    };
  });
