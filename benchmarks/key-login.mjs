import { documentId } from './lib/fill.mjs';
import { alternately, post } from './lib/load.mjs';
import { openSite } from './lib/site.mjs';

export const description = 'logins by key over logins by password of Users & Permissions, rate limits off: ≥ 20';

export const run = async () => {
  const site = await openSite({ kind: 'tasks', tasks: 0, projects: 100, guests: 1, newest: 20 });
  const key = await site.keyOf(documentId('contact', 1));
  const byKey = post(site, '/api/guest-access/auth/key', { key });
  const byPassword = post(site, '/api/auth/local', site.user);
  return { ...(await alternately(byKey, byPassword)), target: { atLeast: 20 } };
};
