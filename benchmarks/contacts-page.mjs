import { get, timesAlternately } from './lib/load.mjs';
import { openSite } from './lib/site.mjs';

export const description =
  'time of the contacts page (25 rows, search, sort) among 100,000 contacts, over the content manager’s list of the same: ≤ 1.0';

/**
 * What is asked of both: the plugin's page, and the content manager's list of the same search in the same order. Many
 * contacts match the first, one the second; the content manager cannot search by company, so the third searches addresses.
 */
const questions = [
  { name: 'contacts-page', ours: 'q=kermarrec&sort=lastName', theirs: '_q=kermarrec&sort=lastName:ASC' },
  { name: 'contacts-page-rare', ours: 'q=contact99999&sort=email', theirs: '_q=contact99999&sort=email:ASC' },
  { name: 'contacts-page-company', ours: 'q=contact77&sort=company', theirs: '_q=contact77&sort=company.name:ASC' },
  { name: 'contacts-page-whole', ours: 'sort=company', theirs: 'sort=company.name:ASC' },
  { name: 'contacts-page-late', ours: 'sort=lastName&page=3500', theirs: 'sort=lastName:ASC&page=3500' },
];

const page = (query) => `${query}${query.includes('page=') ? '' : '&page=1'}&pageSize=25`;

export const run = async () => {
  const site = await openSite({ kind: 'contacts', contacts: 100_000 });
  const token = await site.adminToken();
  const results = [];
  for (const { name, ours, theirs } of questions) {
    const plugin = get(site, `/guest-access/contacts?${page(ours)}`, token);
    const manager = get(site, `/content-manager/collection-types/plugin::guest-access.contact?${page(theirs)}`, token);
    results.push({ name, ...(await timesAlternately(plugin, manager)), target: { atMost: 1 } });
  }
  return results;
};
