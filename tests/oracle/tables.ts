import { contentTypes, declared } from './models';

type TableRow = Record<string, unknown>;
interface Table {
  name: string;
  rows: TableRow[];
}

interface StoredAttribute {
  joinTable?: { name: string };
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

/** Puts the site's content aside, so that a world has the tables to itself. Answers how to put it back. */
export const setContentAside = async (): Promise<() => Promise<void>> => {
  const kept: Table[] = [];
  for (const name of tablesOfContent()) kept.push({ name, rows: await knex()(name).select<TableRow[]>('*') });
  await clearContent();
  return async () => {
    await clearContent();
    for (const { name, rows } of kept) {
      for (let start = 0; start < rows.length; start += 50) await knex()(name).insert(rows.slice(start, start + 50));
    }
  };
};
