import { hasStore, persistedTables, PLUGIN, tablesAround, type PersistedTable, type Strapi } from './strapi';

const nameOf = (entry: PersistedTable): string => (typeof entry === 'string' ? entry : entry.name);

const isOurs = (uid: string): boolean => uid.startsWith(`plugin::${PLUGIN}.`);

/**
 * Strapi drops, without a word, the tables of content types that it does not know any more: one start without the plugin, and
 * contacts, companies, guests and accesses are gone. It has a list of those that it leaves alone. Ours are put there, or,
 * where they are not to be kept, taken out.
 *
 * Called before the schema is compared, so that a table of ours that this version does not have any more goes as usual.
 */
export const keepTables = async (strapi: Strapi, keep: boolean): Promise<void> => {
  // Not there before a database's first start; then it is called again when the start is done.
  if (!(await hasStore(strapi))) return;
  const persisted = persistedTables(strapi);
  const listed = strapi.store({ type: 'plugin', name: PLUGIN, key: 'kept_tables' });
  const all = await persisted.read();
  const before = new Set((await listed.get()) as string[] | null);
  const now = keep ? [...tablesAround(strapi, isOurs)].sort() : [];
  const others = all.filter((entry) => !before.has(nameOf(entry)) && !now.includes(nameOf(entry)));
  const next = [...others, ...now.map((name) => ({ name }))];
  if (JSON.stringify(next) !== JSON.stringify(all)) await persisted.write(next);
  if (JSON.stringify(now) !== JSON.stringify([...before])) await listed.set({ value: now });
};
