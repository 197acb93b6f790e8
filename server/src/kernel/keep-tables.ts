import { PLUGIN, type Strapi } from './strapi';

/** An entry of Strapi's own list of tables that its schema sync leaves alone (`@strapi/database/dist/schema/diff.js`). */
type Persisted = string | { name: string };

const nameOf = (entry: Persisted): string => (typeof entry === 'string' ? entry : entry.name);

/** What Strapi's database metadata says of an attribute, as far as it names a table of links. */
interface StoredAttribute {
  target?: string;
  joinTable?: { name: string };
}

const isOurs = (uid: string | undefined): boolean => uid?.startsWith(`plugin::${PLUGIN}.`) === true;

/** The tables of the plugin's content types, and those of links between them and a site's own. */
const tablesOfOurs = (strapi: Strapi): Set<string> => {
  const names = new Set<string>();
  for (const { uid, tableName, attributes } of strapi.db.metadata.values()) {
    if (isOurs(uid)) names.add(tableName);
    for (const attribute of Object.values(attributes)) {
      const { target, joinTable } = attribute as StoredAttribute;
      if (joinTable && (isOurs(uid) || isOurs(target))) names.add(joinTable.name);
    }
  }
  return names;
};

/**
 * Strapi drops, without a word, the tables of content types that it does not know any more: one start without the plugin, and
 * contacts, companies, guests and accesses are gone. Its own list `persisted_tables` holds what it leaves alone, made for
 * features of an edition that a site may lose for a while. Ours are put there, or, where they are not to be kept, taken out.
 *
 * Called before the schema is compared, so that a table of ours that this version does not have any more goes as usual.
 */
export const keepTables = async (strapi: Strapi, keep: boolean): Promise<void> => {
  // Not there before a database's first start; then it is called again when the start is done.
  if (!(await strapi.db.getSchemaConnection().hasTable('strapi_core_store_settings'))) return;
  const persisted = strapi.store({ type: 'core', key: 'persisted_tables' });
  const listed = strapi.store({ type: 'plugin', name: PLUGIN, key: 'kept_tables' });
  const all = ((await persisted.get()) as Persisted[] | null) ?? [];
  const before = new Set((await listed.get()) as string[] | null);
  const now = keep ? [...tablesOfOurs(strapi)].sort() : [];
  const others = all.filter((entry) => !before.has(nameOf(entry)) && !now.includes(nameOf(entry)));
  const next = [...others, ...now.map((name) => ({ name }))];
  if (JSON.stringify(next) !== JSON.stringify(all)) await persisted.set({ value: next });
  if (JSON.stringify(now) !== JSON.stringify([...before])) await listed.set({ value: now });
};
