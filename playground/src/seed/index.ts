import type { Core } from '@strapi/strapi';
import { administrator, seedAccounts, siteUser } from './accounts';
import { seedContent, type Amounts } from './content';
import { seedDocuments } from './documents';
import { createRandom } from './random';

/** What `npm run demo` shows: 30 projects and about 2,100 other rows. */
export const demoAmounts: Amounts = {
  projects: 30,
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
  tasks: 24,
  activityReports: 12,
  absences: 6,
  tickets: 8,
  documents: 5,
  invoices: 6,
};

export interface SeedOptions {
  amounts: Amounts;
  /** Whether visitors without any login may read, as on many sites. */
  publicReads: boolean;
}

export interface Seeded {
  admin: { email: string; password: string };
  user: { email: string; password: string };
}

const isSeeded = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.db.query('admin::user').count({ where: { email: administrator.email } })) > 0;

/** Fills an empty site; a site that has it already is left as it is. */
export const seed = async (strapi: Core.Strapi, { amounts, publicReads }: SeedOptions): Promise<Seeded> => {
  const seeded: Seeded = { admin: administrator, user: siteUser };
  if (await isSeeded(strapi)) return seeded;
  const random = createRandom(2026);
  const { projects, tasks } = await seedContent(strapi, random, amounts);
  await seedDocuments(strapi, random, amounts.documents, projects, tasks);
  // Last, because it is what tells a seeded site.
  await seedAccounts(strapi, { publicReads });
  return seeded;
};
