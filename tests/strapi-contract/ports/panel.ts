import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** All that the admin panel's side takes from the panel, besides types; a house test holds this list against its imports. */
export const takenFromPanel = [
  'adminApi',
  'Blocker',
  'Form',
  'getFetchClient',
  'isFetchError',
  'Layouts',
  'Page',
  'Pagination',
  'useAuth',
  'useClipboard',
  'useNotification',
  'useStrapiApp',
];

const installed = (name: string, from: string): string => createRequire(from).resolve(name);

/** The panel is not made for Node: its exports are read as they are written down. */
export const tryPanel = (): Promise<void> => {
  const strapi = installed('@strapi/strapi/package.json', join(process.cwd(), 'package.json'));
  const panel = readFileSync(installed('@strapi/admin/strapi-admin', strapi), 'utf8');
  const exported = new Set([...panel.matchAll(/^exports\.(\w+) = /gm)].map(([, name]) => name));
  assert.deepEqual(
    takenFromPanel.filter((name) => !exported.has(name)),
    []
  );
  return Promise.resolve();
};
