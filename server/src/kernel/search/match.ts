import type { Knex } from 'knex';
import { fold } from '../../../../contract';
import { databaseOf, knexOf, onSqliteConnections, sql, type Strapi } from '../strapi';
import { patternOf } from './pattern';

/** SQL and what its question marks stand for. */
export type RawSql = readonly [sql: string, bindings: string[]];

/** SQLite has no regular expressions. Bound to the folded text, and not to its pattern: it is passed for every row. */
const sqliteFunction = 'guest_access_match';

const patternsMax = 100;
const patterns = new Map<string, RegExp>();
const compiled = (folded: string): RegExp => {
  const pattern = patterns.get(folded) ?? new RegExp(patternOf(folded), 'u');
  const [oldest] = patterns.keys();
  if (!patterns.has(folded) && patterns.size >= patternsMax && oldest !== undefined) patterns.delete(oldest);
  return patterns.set(folded, pattern) && pattern;
};

const matchInSqlite = (text: unknown, folded: unknown): 0 | 1 | null =>
  text === null ? null : compiled(String(folded)).test(String(text)) ? 1 : 0;

/** Gives SQLite the function, on each connection that is open and on each that will be. */
export const installSearch = (strapi: Strapi): void => {
  if (databaseOf(strapi) !== 'sqlite') return;
  onSqliteConnections(strapi, (connection) => {
    connection.function(sqliteFunction, { deterministic: true, directOnly: true }, matchInSqlite);
  });
};

const rawMatch = (strapi: Strapi, column: string, folded: string): RawSql => {
  switch (databaseOf(strapi)) {
    case 'postgres':
      return ['(??)::text collate "C" ~ ?', [column, patternOf(folded)]];
    case 'mysql':
      return ['convert(?? using utf8mb4) collate utf8mb4_bin regexp ?', [column, patternOf(folded)]];
    default:
      return [`${sqliteFunction}(cast(?? as text), ?)`, [column, folded]];
  }
};

/** Texts, what is looked for in them, and whether it is there: what a database must get right to be asked at all. */
const proofs: readonly (readonly [text: string, typed: string, found: boolean])[] = [
  ['Œuvre d’E\u0301TÉ №\u00a01 😀', "oeuvre d'ete no 1", true],
  ['ガラス', 'カ', false],
  ['c:\\dir (a|b)', '\\DIR (A|B)', true],
  ['abc', 'a.c', false],
];

const answers = async (strapi: Strapi, [text, typed, found]: (typeof proofs)[number]): Promise<boolean> => {
  const [match, bindings] = rawMatch(strapi, 'probe.word', fold(typed));
  const rows = await sql(strapi, (knex) =>
    knex
      .from(knex.raw('(select ? as word) as probe', [text]))
      .select<{ word: string }[]>('word')
      .whereRaw(match, bindings)
  );
  return rows.length === (found ? 1 : 0);
};

const proved = new WeakSet<Strapi>();

/**
 * Asks the database whether it can tell the spellings of a text: one with an encoding of its own, or a version with other
 * expressions, may not. Where it cannot, texts are searched as Strapi does.
 */
export const proveSearch = async (strapi: Strapi): Promise<void> => {
  try {
    for (const proof of proofs) if (!(await answers(strapi, proof))) throw new Error(`"${proof[1]}" in "${proof[0]}"`);
    proved.add(strapi);
  } catch (error) {
    strapi.log.warn(`guest-access: guests search as the database compares texts, accents included: ${String(error)}`);
  }
};

/** Beyond this a pattern would be refused by MariaDB. In signs, folded. */
const searchLengthMax = 100;

/** Whether a folded text, not empty, is looked for by its pattern; else by Strapi's own operator. */
export const isMatchable = (strapi: Strapi, folded: string): boolean =>
  proved.has(strapi) && [...folded].length <= searchLengthMax;

/** A condition that a column, by its name in the query, holds a folded text in any spelling; unknown where it is null. */
export const matches = (strapi: Strapi, column: string, folded: string): Knex.Raw => {
  const [match, bindings] = rawMatch(strapi, column, folded);
  return knexOf(strapi).raw(match, bindings);
};
