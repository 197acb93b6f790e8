import type { Knex } from 'knex';
import type { ImportPlan } from '../../../../../contract';
import { sql, type Strapi } from '../../../kernel';
import { importTable, rowTable } from '../tables';
import { filterSql } from './filter';

export type Counts = NonNullable<ImportPlan['counts']>;

/** What is counted, each as a condition of a row. */
const counted: Readonly<Record<keyof Counts, string>> = {
  rows: filterSql.all,
  problems: filterSql.problems,
  incomplete: filterSql.incomplete,
  email: filterSql.email,
  name: filterSql.name,
  phone: filterSql.phone,
  guests: filterSql.guests,
  guestsWithoutAddress: `${filterSql.guests} AND email IS NULL`,
  add: "decision = 'add'",
  merge: "decision = 'merge'",
  skip: filterSql.skipped,
  added: "result = 'added'",
  merged: "result = 'merged'",
  guestsCreated: "guest_result = 'created'",
  notDone: filterSql['not-done'],
  undone: "undo_result = 'undone'",
  kept: "undo_result = 'kept'",
};

const sums = (knex: Knex): Record<string, Knex.Raw> =>
  Object.fromEntries(
    Object.entries(counted).map(([name, condition]) => [
      name,
      knex.raw(`COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`),
    ])
  );

/** Counts the rows of an import as they stand, and keeps the counts beside it. */
export const recount = (strapi: Strapi, id: number): Promise<void> =>
  sql(strapi, async (knex) => {
    const [row = {}]: Record<string, number | string>[] = await knex(rowTable.name)
      .where({ import_id: id })
      .select(sums(knex));
    const counts = Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)]));
    await knex(importTable.name)
      .where({ id })
      .update({ counts: JSON.stringify(counts) });
  });
