import { documentId } from './fill.mjs';
import { openSite } from './site.mjs';

/** The sites that the benchmarks of lists share. */
const middle = { kind: 'tasks', tasks: 100_000, projects: 1_000, guests: 10, newest: 0 };
const large = { kind: 'tasks', tasks: 1_000_000, projects: 10_000, guests: 20_000, newest: 20 };
const small = { kind: 'tasks', tasks: 10_000, projects: 100, guests: 200, newest: 20 };
/** Nothing but the 20 tasks of the one project of the one guest. */
const twenty = { kind: 'tasks', tasks: 0, projects: 100, guests: 1, newest: 20 };

const withGuests = async (amounts) => {
  const site = await openSite(amounts);
  return {
    ...site,
    amounts,
    /** The token of a guest with 50 projects; of the one with all of them; of the one with the last. */
    someToken: (number) => site.guestToken(documentId('contact', number)),
    allToken: () => site.guestToken(documentId('contact', amounts.guests + 1)),
    lastToken: () => site.guestToken(documentId('contact', amounts.guests + 2)),
  };
};

export const middleSite = () => withGuests(middle);
export const largeSite = () => withGuests(large);
export const smallSite = () => withGuests(small);
export const twentySite = () => withGuests(twenty);

export const firstPage = '/api/tasks?pagination[pageSize]=25';
