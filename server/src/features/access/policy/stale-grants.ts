import type { Knex } from 'knex';
import type { Settings } from '../../../../../contract';
import { modelOf, sql, tableOf, type Strapi } from '../../../kernel';
import { ACCESS_TYPE, grantTable } from './grants';

type Known = Pick<Settings, 'accessTypes' | 'resourceTypes'>;

/** Grants that give nothing, of one kind: where to look for them, by the index over type and subject, and which of those it is. */
interface StaleKind {
  among: (query: Knex.QueryBuilder) => unknown;
  /** @param from the name that the query has for what it looks in */
  gone?: (query: Knex.QueryBuilder, from: string) => unknown;
}

const ofGoneRows = (strapi: Strapi, knex: Knex, uid: string): StaleKind => ({
  among: (query) => query.where({ subject_type: uid }),
  gone: (query, from) =>
    query.whereNotExists(
      knex({ there: tableOf(strapi, uid) })
        .select(knex.raw('1'))
        .whereRaw('?? = ??', ['there.document_id', `${from}.subject`])
    ),
});

/**
 * What of the grants points at nothing: rows that are gone, past Strapi or by a restored backup; access types and resource types that the
 * settings do not name any more. They would give something again as it came back.
 */
const staleKinds = (strapi: Strapi, knex: Knex, { accessTypes, resourceTypes }: Known): StaleKind[] => {
  const uids = resourceTypes.map(({ contentType }) => contentType);
  const keys = accessTypes.map(({ key }) => key);
  return [
    { among: (query) => query.whereNotIn('subject_type', [...uids, ACCESS_TYPE]) },
    { among: (query) => query.where({ subject_type: ACCESS_TYPE }).whereNotIn('subject', keys) },
    // A content type that is gone as a whole has no table to look in: its entry is closed, and its grants are left.
    ...uids.filter((uid) => modelOf(strapi, uid) !== null).map((uid) => ofGoneRows(strapi, knex, uid)),
  ];
};

export interface StaleGrants {
  /** How many grants there are of it. */
  count: number;
  subjectType: string;
  subject: string;
}

/**
 * How many grants give nothing, and the first things that they were of. Each thing is looked at once, however many hold it: a walk along
 * the index.
 */
export const findStaleGrants = (
  strapi: Strapi,
  settings: Known,
  max: number
): Promise<{ count: number; examples: StaleGrants[] }> =>
  sql(strapi, async (knex) => {
    const examples: StaleGrants[] = [];
    let count = 0;
    for (const { among, gone } of staleKinds(strapi, knex, settings)) {
      const found = (): Knex.QueryBuilder => {
        const things = knex(grantTable(strapi))
          .select('subject_type', 'subject')
          .count({ held: '*' })
          .modify((query) => void among(query))
          .groupBy('subject_type', 'subject')
          .as('things');
        return knex.from(things).modify((query) => void gone?.(query, 'things'));
      };
      const [sum] = (await found().sum({ held: 'held' })) as { held: number | string | null }[];
      const held = Number(sum?.held ?? 0);
      if (held === 0) continue;
      count += held;
      const first: { subject_type: string; subject: string; held: number | string }[] = await found()
        .select('subject_type', 'subject', 'held')
        .limit(max);
      examples.push(
        ...first.map((one) => ({ subjectType: one.subject_type, subject: one.subject, count: Number(one.held) }))
      );
    }
    return { count, examples: examples.slice(0, max) };
  });

/** Deletes the grants that give nothing. @returns how many there were */
export const deleteStaleGrants = (strapi: Strapi, settings: Known): Promise<number> =>
  sql(strapi, async (knex) => {
    let deleted = 0;
    for (const { among, gone } of staleKinds(strapi, knex, settings)) {
      deleted += await knex(grantTable(strapi))
        .modify((query) => {
          among(query);
          gone?.(query, grantTable(strapi));
        })
        .delete();
    }
    return deleted;
  });

/** Those of these access types that somebody holds. */
export const heldAccessTypes = (strapi: Strapi, keys: readonly string[]): Promise<ReadonlySet<string>> =>
  sql(strapi, async (knex) => {
    const held = new Set<string>();
    for (const key of keys) {
      const one = await knex(grantTable(strapi))
        .where({ subject_type: ACCESS_TYPE, subject: key })
        .first<{ id: number } | undefined>('id');
      if (one !== undefined) held.add(key);
    }
    return held;
  });
