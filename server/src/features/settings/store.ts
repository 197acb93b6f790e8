import { settings as schema, type Settings } from '../../../../contract';
import { asSystem, configOf, PLUGIN, type Strapi } from '../../kernel';
import { tidyJoining } from './joining';

const closed: Settings = schema.cast({ contacts: true, guests: false, resourceTypes: [], accessTypes: [] });

const storeOf = (strapi: Strapi) => strapi.store({ type: 'plugin', name: PLUGIN, key: 'settings' });

/** What this instance read last, as it was stored. Others are told by the version of each guest, which every save raises. */
const known = new WeakMap<Strapi, { text: string; settings: Settings }>();

/** Reads the settings from the store, past what this instance remembers. */
export const reloadSettings = async (strapi: Strapi): Promise<Settings> => {
  const stored = await asSystem(() => storeOf(strapi).get());
  const text = JSON.stringify(stored ?? null);
  const last = known.get(strapi);
  // Every login asks: what was found right once is not checked again while nobody saves.
  if (last?.text === text) return last.settings;
  const settings = stored === null || stored === undefined ? closed : await schema.validate(stored);
  known.set(strapi, { text, settings });
  return settings;
};

export const getSettings = async (strapi: Strapi): Promise<Settings> =>
  known.get(strapi)?.settings ?? reloadSettings(strapi);

export const storeSettings = async (strapi: Strapi, settings: Settings): Promise<void> => {
  await asSystem(() => storeOf(strapi).set({ value: settings }));
  known.delete(strapi);
};

/**
 * Puts the first values there; a site's own code gives them in `config/plugins.ts`. Does nothing where some are kept.
 * @throws where they open a door to a domain that is none
 */
export const seedSettings = async (strapi: Strapi): Promise<void> => {
  const stored = await asSystem(() => storeOf(strapi).get());
  if (stored !== null && stored !== undefined) return;
  const first = configOf(strapi).settings ?? closed;
  const { joining, faults } = tidyJoining(first);
  const [fault] = faults;
  if (fault) throw new Error(`${PLUGIN}: settings.${fault.path.join('.')}: ${fault.problem}`);
  await storeSettings(strapi, { ...first, joining });
};
