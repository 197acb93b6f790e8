import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

/** What the content manager lets plugins add to its pages, of which the panel's side uses these. */
const addedToContentManager = ['addDocumentAction', 'addEditViewSidePanel'];

/** What it tells a panel beside a document. */
const toldToPanels = ['model', 'documentId', 'document'];

/** The panel is not made for Node: its exports, and those of the content manager, are read as they are written down. */
export const tryPanel = (): Promise<void> => {
  const strapi = installed('@strapi/strapi/package.json', join(process.cwd(), 'package.json'));
  const panel = readFileSync(installed('@strapi/admin/strapi-admin', strapi), 'utf8');
  const exported = new Set([...panel.matchAll(/^exports\.(\w+) = /gm)].map(([, name]) => name));
  assert.deepEqual(
    takenFromPanel.filter((name) => !exported.has(name)),
    []
  );
  const folder = dirname(installed('@strapi/content-manager/strapi-admin', strapi));
  const contentManager = readFileSync(join(folder, 'content-manager.js'), 'utf8');
  assert.deepEqual(
    addedToContentManager.filter((name) => !contentManager.includes(`${name}: this.${name}.bind(this)`)),
    []
  );
  const panels = readFileSync(join(folder, 'pages/EditView/components/Panels.js'), 'utf8');
  const [props = ''] = /const props = \{[^}]*\}/.exec(panels) ?? [];
  assert.deepEqual(
    toldToPanels.filter((name) => !new RegExp(`\\b${name}\\b`).test(props)),
    []
  );
  return Promise.resolve();
};
