import type { Knex } from 'knex';
import { columnNames, indexNames, inTransaction, schemaOf, type Strapi } from './strapi';

/** A column of a table of ours. Instants are milliseconds since 1970, which three databases keep alike. */
export interface Column {
  readonly type: 'string' | 'text' | 'integer' | 'instant' | 'boolean';
  /** Characters of a `string`. */
  readonly length?: number;
  /** May not be null. A column that a later version adds has to go without, or have a default. */
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly default?: string | number | boolean;
}

/**
 * A table that Strapi does not know. No content type has it, so that no relation, populate, filter, GraphQL type, page of the
 * panel, export or API token can name it: what lets somebody in stands in such tables, and there alone. Strapi's schema
 * sync leaves alone what it does not track.
 */
export interface Table {
  readonly name: string;
  /** By name as in the database, beside `id`. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Lists of columns that are searched by together. */
  readonly indexes?: readonly (readonly string[])[];
  /** Where an earlier version of the plugin kept these rows. */
  readonly former?: Former;
}

/** A table of Strapi's in which an earlier version kept what is now in one of ours. */
export interface Former {
  readonly table: string;
  /** The row as it is kept now, or null where there is nothing to keep. What the table has no column for is left out. */
  readonly toRow?: (row: Record<string, unknown>) => Record<string, unknown> | null;
  /** The one column that was moved, where the table stays Strapi's: it is emptied. Left out: the whole table goes. */
  readonly column?: string;
}

/** The instant of a column of Strapi's type `datetime`, as any of the databases gives it. */
export const formerInstant = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  const number = Number(value);
  return Number.isNaN(number) ? new Date(String(value)).getTime() : number;
};

/** The text of a column of Strapi's type `json`, which some databases give as text and others as what it says. */
export const formerJson = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const addColumn = (builder: Knex.CreateTableBuilder, name: string, column: Column): void => {
  const made = {
    string: () => builder.string(name, column.length),
    text: () => builder.text(name, 'longtext'),
    integer: () => builder.integer(name),
    instant: () => builder.bigInteger(name),
    boolean: () => builder.boolean(name),
  }[column.type]();
  if (column.default !== undefined) made.defaultTo(column.default);
  if (column.required) made.notNullable();
};

interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
}

const indexesOf = ({ name, columns, indexes = [] }: Table): Index[] => [
  ...Object.entries(columns)
    .filter(([, { unique }]) => unique)
    .map(([column]) => ({ name: `${name}_${column}_unique`, columns: [column], unique: true })),
  ...indexes.map((list) => ({ name: `${name}_${list.join('_')}_index`, columns: list, unique: false })),
];

/** Makes what is missing of a table: itself, columns of a later version, indexes. */
const complete = async (strapi: Strapi, table: Table): Promise<void> => {
  const schema = () => schemaOf(strapi);
  if (!(await schema().hasTable(table.name))) {
    await schema().createTable(table.name, (builder) => {
      builder.increments('id');
      for (const [name, column] of Object.entries(table.columns)) addColumn(builder, name, column);
    });
  }
  const known = await columnNames(strapi, table.name);
  for (const [name, column] of Object.entries(table.columns)) {
    if (!known.has(name)) await schema().alterTable(table.name, (builder) => addColumn(builder, name, column));
  }
  const there = await indexNames(strapi, table.name);
  for (const index of indexesOf(table)) {
    if (there.has(index.name)) continue;
    await schema().alterTable(table.name, (builder) => {
      if (index.unique) builder.unique([...index.columns], { indexName: index.name });
      else builder.index([...index.columns], index.name);
    });
  }
};

const batch = 200;

const has = async (strapi: Strapi, { table, column }: Former): Promise<boolean> =>
  (await schemaOf(strapi).hasTable(table)) && (column === undefined || (await columnNames(strapi, table)).has(column));

/** The columns of a row that a table has. */
const shared = (table: Table, row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(table.columns, name)));

/** Puts rows into a table; those that have one of their unique values give way. */
const put = async (trx: Knex, table: Table, rows: Record<string, unknown>[]): Promise<void> => {
  if (rows.length === 0) return;
  for (const [name, { unique }] of Object.entries(table.columns)) {
    const values = unique ? rows.map((row) => row[name]).filter((value) => value !== null) : [];
    if (values.length > 0)
      await trx(table.name)
        .whereIn(name, values as string[])
        .delete();
  }
  await trx(table.name).insert(rows);
};

/**
 * Moves the rows of an earlier version. Whole or not at all, and again where it broke off: a row that was moved is replaced by
 * itself.
 */
const moveIn = async (strapi: Strapi, table: Table, former: Former): Promise<void> => {
  if (!(await has(strapi, former))) return;
  const { column, toRow = (row) => row } = former;
  await inTransaction(strapi, async ({ trx: knex }) => {
    const after = (id: number): Promise<(Record<string, unknown> & { id: number })[]> =>
      knex(former.table).where('id', '>', id).orderBy('id').limit(batch).select('*');
    for (let rows = await after(0); rows.length > 0; rows = await after(rows.at(-1)?.id ?? Infinity)) {
      const kept = rows.map((row) => toRow(row)).filter((row) => row !== null);
      await put(
        knex,
        table,
        kept.map((row) => shared(table, row))
      );
    }
    if (column !== undefined) await knex(former.table).update({ [column]: null });
  });
  if (column === undefined) await schemaOf(strapi).dropTableIfExists(former.table);
};

const triesMax = 5;
const pauseMs = 300;

/**
 * Sees to it that the tables are there with all their columns and indexes, and moves in what earlier versions kept elsewhere.
 * Each step asks first whether there is something to be done. Another instance that starts at the same moment may do it in
 * between; then it is asked again.
 */
export const ensureTables = async (strapi: Strapi, tables: readonly Table[], tries = triesMax): Promise<void> => {
  try {
    for (const table of tables) {
      await complete(strapi, table);
      if (table.former) await moveIn(strapi, table, table.former);
    }
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await ensureTables(strapi, tables, tries - 1);
  }
};
