import type { Core } from '@strapi/strapi';
import { administrator, seedAccounts, siteUser } from './accounts';
import { seedContent, type Amounts } from './content';
import { seedDocuments } from './documents';
import { seedGuests, type SavedContact, type SeededGuest } from './guests';
import { seedLabels } from './labels';
import { openPanel } from './panel';
import { fromTheManual, inventPeople } from './people';
import { createRandom, type Random } from './random';
import type { Row } from './rows';
import { seedTickets } from './tickets';

/** What `npm run demo` shows: 30 projects, 40 contacts and about 2,100 other rows. */
export const demoAmounts: Amounts = {
  projects: 30,
  contacts: 40,
  tasks: 900,
  activityReports: 520,
  absences: 180,
  tickets: 260,
  documents: 80,
  invoices: 90,
};

/** As little as the tests need to stand on; what a test is about it makes itself. */
export const testAmounts: Amounts = {
  projects: 6,
  contacts: 6,
  tasks: 24,
  activityReports: 12,
  absences: 6,
  tickets: 8,
  documents: 5,
  invoices: 6,
};

export interface SeedOptions {
  /** Where the site answers already: contacts and guests are made by the plugin's own API. */
  url: string;
  amounts: Amounts;
  /** Whether visitors without any login may read, as on many sites. */
  publicReads: boolean;
}

/** Who can log in. */
export interface Seeded {
  admin: { email: string; password: string };
  user: { email: string; password: string };
  guests: SeededGuest[];
}

const seedPeople = async (
  strapi: Core.Strapi,
  random: Random,
  { url, amounts }: SeedOptions,
  projects: readonly Row[]
): Promise<SeededGuest[]> => {
  const panel = await openPanel(url);
  const contacts: SavedContact[] = [];
  for (const person of [...fromTheManual, ...inventPeople(random, amounts.contacts - fromTheManual.length)]) {
    contacts.push(await panel.call<SavedContact>('POST', '/contacts', person));
  }
  await seedTickets(
    strapi,
    random,
    amounts.tickets,
    contacts.map(({ documentId }) => documentId)
  );
  // The two of the manual have no access yet: giving them one is what the reader tries first.
  return seedGuests(panel, url, contacts.slice(fromTheManual.length), projects);
};

/** Fills an empty site. The same content at every run, except for the ids and secrets that the plugin makes. */
const fill = async (strapi: Core.Strapi, options: SeedOptions): Promise<Seeded> => {
  const random = createRandom(2026);
  const { amounts, publicReads } = options;
  await seedAccounts(strapi, { publicReads });
  await seedLabels(strapi);
  const { projects, tasks } = await seedContent(strapi, random, amounts);
  await seedDocuments(strapi, random, amounts.documents, projects, tasks);
  const hasPlugin = strapi.plugin('guest-access') !== undefined;
  const guests = hasPlugin ? await seedPeople(strapi, random, options, projects) : [];
  return { admin: administrator, user: siteUser, guests };
};

/**
 * Fills an empty site; one that has its content already is left as it is.
 * @returns who can log in, with the guests' keys, which the site itself does not keep readable; null for a filled site
 */
export const seed = async (strapi: Core.Strapi, options: SeedOptions): Promise<Seeded | null> => {
  const filled = strapi.store({ type: 'core', name: 'demo', key: 'filled' });
  if ((await filled.get({})) === true) return null;
  const seeded = await fill(strapi, options);
  await filled.set({ value: true });
  return seeded;
};
