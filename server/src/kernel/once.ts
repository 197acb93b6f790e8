import { PLUGIN, type Strapi } from './strapi';

/**
 * Does a work once in the life of a database, and again where `version` is another: for rows that an earlier version of the
 * plugin wrote otherwise. Of several instances that start at once each may do it; where it fails, the next start tries again.
 */
export const once = async (strapi: Strapi, name: string, version: string, work: () => Promise<void>): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: PLUGIN, key: `done-${name}` });
  const done: unknown = await store.get();
  if (done === version) return;
  await work();
  await store.set({ value: version });
};
