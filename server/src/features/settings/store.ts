import { logoUrl, settings as schema, type Settings } from '../../../../contract';
import { asSystem, configOf, emit, inTransaction, PLUGIN, type Strapi } from '../../kernel';
import { tidyJoining } from './joining';

const closed: Settings = schema.cast({ contacts: true, guests: false, resourceTypes: [], accessTypes: [] });

const storeOf = (strapi: Strapi) => strapi.store({ type: 'plugin', name: PLUGIN, key: 'settings' });

interface Known {
  text: string;
  settings: Settings;
  /** Whether the stored logo is none that is allowed now. */
  isLogoLeftOut: boolean;
  /** Which read it was, of all of them in the order in which they began. */
  read: number;
}

/** What this instance read last, as it was stored. Others are told by the version of each guest, which every save raises. */
const known = new WeakMap<Strapi, Known>();

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Stored settings without a logo that was allowed once and is not any more: one wrong image does not close a site. */
const withoutWrongLogo = (stored: unknown): { stored: unknown; isLogoLeftOut: boolean } => {
  const kept = isRecord(stored) && isRecord(stored['brand']) ? stored['brand'] : null;
  const logo: unknown = kept?.['logoUrl'] ?? null;
  if (!isRecord(stored) || logo === null || logoUrl.isValidSync(logo)) {
    return { stored, isLogoLeftOut: false };
  }
  return { stored: { ...stored, brand: { ...kept, logoUrl: null } }, isLogoLeftOut: true };
};

/** Settings as an earlier version stored them, by the names that they have now. */
const byNewNames = (stored: unknown): unknown => {
  if (!isRecord(stored) || !('doors' in stored)) return stored;
  const { doors, ...others } = stored;
  return { signInMethods: doors, ...others };
};

let reads = 0;

const readStore = async (strapi: Strapi): Promise<Known> => {
  const read = (reads += 1);
  const found = await asSystem(() => storeOf(strapi).get());
  const text = JSON.stringify(found ?? null);
  const last = known.get(strapi);
  // Every login asks: what was found right once is not checked again while nobody saves.
  if (last?.text === text) return last;
  const { stored, isLogoLeftOut } = withoutWrongLogo(byNewNames(found));
  const settings = stored === null || stored === undefined ? closed : await schema.validate(stored);
  const result = { text, settings, isLogoLeftOut, read };
  // A read that began before another, which was faster, knows nothing newer.
  if ((known.get(strapi)?.read ?? 0) < read) known.set(strapi, result);
  return result;
};

/** Reads the settings from the store, past what this instance remembers. */
export const reloadSettings = async (strapi: Strapi): Promise<Settings> => (await readStore(strapi)).settings;

/** Whether the stored logo counts as none, because its address is not allowed any more. */
export const isLogoLeftOut = async (strapi: Strapi): Promise<boolean> => (await readStore(strapi)).isLogoLeftOut;

export const getSettings = async (strapi: Strapi): Promise<Settings> =>
  known.get(strapi)?.settings ?? reloadSettings(strapi);

export const storeSettings = async (strapi: Strapi, settings: Settings): Promise<void> => {
  await asSystem(() => storeOf(strapi).set({ value: settings }));
  known.delete(strapi);
};

/** Changes the settings as they stand, for all instances, and says so. What was compiled from the old ones is stale then. */
export const changeSettings = (strapi: Strapi, change: (kept: Settings) => Settings): Promise<void> =>
  inTransaction(strapi, async () => {
    await storeSettings(strapi, change(await reloadSettings(strapi)));
    await emit(strapi, 'settings.saved', {});
  });

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
