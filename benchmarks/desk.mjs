import { get, timesAlternately } from './lib/load.mjs';
import { call, openSite } from './lib/site.mjs';

export const description =
  'time of the guests page (25 rows with what each holds, search, filters, sort) among 100,000 guests, over the content manager’s list of as many contacts: ≤ 1.0; by what it cannot ask, over its list of all: ≤ 4';

/** Over a list of all: what somebody holds, and whether they can come in, takes a look at every guest. */
const beyond = 4;

/**
 * The content manager has no list of guests: their type is hidden from it. It is asked for the contacts, of whom each is a guest, in the
 * same order and by the same search; where it cannot ask what the page asks, for all of them.
 */
const questions = [
  { name: 'desk', ours: 'sort=lastName', theirs: 'sort=lastName:ASC' },
  { name: 'desk-search', ours: 'q=kermarrec&sort=lastName', theirs: '_q=kermarrec&sort=lastName:ASC' },
  { name: 'desk-rare', ours: 'q=contact99999&sort=email', theirs: '_q=contact99999&sort=email:ASC' },
  { name: 'desk-late', ours: 'sort=lastName&page=3500', theirs: 'sort=lastName:ASC&page=3500' },
  { name: 'desk-open', ours: 'state=open&sort=lastSeenAt', theirs: 'sort=lastName:ASC', atMost: beyond },
  { name: 'desk-access', ours: 'accessType=tasks&sort=lastName', theirs: 'sort=lastName:ASC', atMost: beyond },
  { name: 'desk-key', ours: 'keyTerm=soon&sort=lastName', theirs: 'sort=lastName:ASC', atMost: beyond },
  { name: 'desk-unused', ours: 'absence=unused&sort=lastSeenAt', theirs: 'sort=lastName:ASC', atMost: beyond },
];

const page = (query) => `${query}${query.includes('page=') ? '' : '&page=1'}&pageSize=25`;

export const run = async () => {
  const site = await openSite({ kind: 'guests', guests: 100_000 });
  const token = await site.adminToken();
  const results = [];
  for (const { name, ours, theirs, atMost = 1 } of questions) {
    const address = `/guest-access/guests?${page(ours)}`;
    const { data } = await call(site.url + address, { token });
    if (data.guests.length === 0) throw new Error(`${name}: nobody is found`);
    const plugin = get(site, address, token);
    const manager = get(site, `/content-manager/collection-types/plugin::guest-access.contact?${page(theirs)}`, token);
    results.push({ name, ...(await timesAlternately(plugin, manager)), target: { atMost } });
  }
  return results;
};
