/** A second instance of the tests' site with its limits on, that listens: run as a child, it says "ready". */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// Strapi cannot be imported, only required.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const playground = join(dirname(fileURLToPath(import.meta.url)), '../../playground');

const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
for (const transport of strapi.log.transports) transport.silent = process.env.TEST_LOGS === undefined;
await strapi.load();
strapi.server.mount();
strapi.server.httpServer.listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));
