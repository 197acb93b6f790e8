/**
 * Fills the demo site and writes who can log in to a file: node scripts/seed.mjs <file>. A site that is filled already
 * stays as it is. Run in the playground's folder, after it was built.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { playground } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { writePrivateFile } from './lib/private-file.mjs';

const require = createRequire(import.meta.url);
process.chdir(playground);
const { createStrapi } = require('@strapi/strapi');
const { seed, demoAmounts } = require(join(playground, 'dist/src/seed'));

const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
await strapi.load();
const port = await freePort();
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(port, '127.0.0.1', resolve));
const seeded = await seed(strapi, { url: `http://127.0.0.1:${port}`, amounts: demoAmounts, publicReads: false });
if (seeded !== null) writePrivateFile(process.argv[2], JSON.stringify(seeded));
await strapi.destroy();
process.exit(0);
