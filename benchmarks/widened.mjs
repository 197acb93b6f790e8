import { documentId } from './lib/fill.mjs';
import { alternately, get } from './lib/load.mjs';
import { openSite } from './lib/site.mjs';

export const description =
  '1,000,000 tickets, a guest with the records of their company’s 500 contacts over one with those of their own contact: ≥ 0.7';

/** Forty thousand contacts: each has 25 tickets, a full page, like the company. */
const path = '/api/tickets?pagination[pageSize]=25';

export const run = async () => {
  const site = await openSite({ kind: 'tickets', tickets: 1_000_000, contacts: 40_000 });
  const load = async (guest) => get(site, path, await site.guestToken(documentId('contact', guest)));
  return { ...(await alternately(await load(2), await load(1))), target: { atLeast: 0.7 } };
};
