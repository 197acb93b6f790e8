import { contentTypes, declared } from './models';

type TableRow = Record<string, unknown>;
interface Table {
  name: string;
  rows: TableRow[];
}

interface StoredAttribute {
  joinTable?: { name: string };
  joinColumn?: { name: string };
}

const knex = () => site.strapi.db.connection;

/** The tables of the site's content: first those of rows, then those of links between them. */
const tablesOfContent = (): string[] => {
  const components = Object.keys(site.strapi.components);
  const rows = new Set<string>();
  const links = new Set<string>();
  for (const uid of [...contentTypes(), ...components]) {
    const { tableName, attributes } = site.strapi.db.metadata.get(uid);
    rows.add(tableName);
    for (const [name, { type }] of declared(uid)) {
      const { joinTable } = attributes[name] as StoredAttribute;
      if (joinTable && type !== 'media') links.add(joinTable.name);
    }
  }
  return [...rows, ...[...links].filter((name) => !rows.has(name))];
};

/** Empties the tables of the site's content. */
export const clearContent = async (): Promise<void> => {
  for (const name of tablesOfContent().reverse()) await knex()(name).delete();
};

/** The columns by which a row of a content type's own table points at another row: that one may be put back after it. */
const pointersOf = (table: string): string[] => {
  const uid = contentTypes().find((one) => site.strapi.db.metadata.get(one).tableName === table);
  if (uid === undefined) return [];
  const attributes = Object.values(site.strapi.db.metadata.get(uid).attributes) as StoredAttribute[];
  return [...new Set(attributes.flatMap(({ joinColumn }) => joinColumn?.name ?? []))];
};

/** A value as it is written: some databases answer JSON as what it says, and take it as text only. */
const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;

const putBack = async ({ name, rows }: Table): Promise<void> => {
  const pointers = pointersOf(name);
  const alone = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, pointers.includes(column) ? null : written(value)])
    )
  );
  for (let start = 0; start < rows.length; start += 50) await knex()(name).insert(alone.slice(start, start + 50));
};

const pointAgain = async ({ name, rows }: Table): Promise<void> => {
  const pointers = pointersOf(name);
  for (const row of rows.filter((one) => pointers.some((column) => one[column] !== null))) {
    await knex()(name)
      .where({ id: row['id'] })
      .update(Object.fromEntries(pointers.map((column) => [column, row[column]])));
  }
};

/** Puts the site's content aside, so that a world has the tables to itself. Answers how to put it back. */
export const setContentAside = async (): Promise<() => Promise<void>> => {
  const kept: Table[] = [];
  for (const name of tablesOfContent()) kept.push({ name, rows: await knex()(name).select<TableRow[]>('*') });
  await clearContent();
  return async () => {
    await clearContent();
    for (const table of kept) await putBack(table);
    for (const table of kept) await pointAgain(table);
  };
};
