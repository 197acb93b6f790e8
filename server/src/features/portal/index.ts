import { join } from 'node:path';
import { configOf, useOnServer, type Feature, type Strapi } from '../../kernel';
import { readPortal } from './files';
import { portalMiddleware } from './middleware';

/** The built plugin is `dist/server/index.js`; the built portal stands beside it. */
const builtPortal = join(__dirname, '..', 'portal');

const serve = async (strapi: Strapi): Promise<void> => {
  const { enabled, path } = configOf(strapi).portal;
  if (!enabled) return;
  useOnServer(strapi, portalMiddleware(strapi, path, await readPortal(builtPortal, path)));
};

/** The guest's web page, under the path that `config/plugins` gives (`/guest`). */
export const portal: Feature = { name: 'portal', register: serve };
