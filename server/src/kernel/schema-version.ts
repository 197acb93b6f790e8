import { hasStore, PLUGIN, type Strapi } from './strapi';

/** Raised with every release that adds a table or a column. */
export const schemaVersion = 1;

/**
 * Remembers which version of the plugin's schema a database has, and refuses an older plugin: Strapi would drop the columns
 * and tables that it does not know, and what stands in them, without a word. Called before the schema is compared.
 * @throws where the database has been used by a newer version; Strapi then does not start
 */
export const requireKnownSchema = async (strapi: Strapi): Promise<void> => {
  if (!(await hasStore(strapi))) return;
  const store = strapi.store({ type: 'plugin', name: PLUGIN, key: 'schema_version' });
  const known = Number((await store.get()) ?? 0);
  if (known > schemaVersion) {
    throw new Error(
      `${PLUGIN}: this database was used by a newer version of the plugin (schema ${known}; this version knows ${schemaVersion}). ` +
        'To start would lose what the newer version keeps, so nothing was started and nothing was changed. ' +
        'Install the newer version again, or restore the backup that was made before it.'
    );
  }
  if (known < schemaVersion) await store.set({ value: schemaVersion });
};
