/** Another instance of the tests' site, in a process of its own: run as a child, it says at which port it listens. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { addCaches } from './caches.mjs';
import { addCombinations } from './combinations.mjs';
import * as foreignCode from './foreign-code.mjs';
import { populateAll } from './populate-all.mjs';
import { answerStalls } from '../../benchmarks/lib/stall.mjs';

// Strapi cannot be imported, only required.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const playground = join(dirname(fileURLToPath(import.meta.url)), '../../playground');

const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
if (process.env.TEST_COMBINATIONS !== 'off') addCombinations(strapi);
for (const transport of strapi.log.transports) transport.silent = process.env.TEST_LOGS === undefined;
const hasForeignCode = process.env.FOREIGN_CODE === 'on';
if (hasForeignCode) foreignCode.early(strapi);
addCaches(strapi, JSON.parse(process.env.TEST_CACHES ?? '[]'));
if (process.env.PRIVATE_FILES === 'on') {
  // A provider whose addresses hold for a while only, made as S3's are, of the file's hash and extension.
  await strapi.register();
  Object.assign(strapi.plugin('upload').provider, {
    isPrivate: async () => true,
    getSignedUrl: async ({ hash, ext }) => ({ url: `https://bucket.example/${hash ?? ''}${ext ?? ''}?signature=good` }),
  });
  await strapi.bootstrap();
  strapi.isLoaded = true;
} else {
  await strapi.load();
}
if (hasForeignCode) foreignCode.late(strapi);
if (process.env.TEST_POPULATE_ALL) populateAll(strapi);
strapi.server.mount();
const { httpServer } = strapi.server;
httpServer.listen(0, '127.0.0.1', () => process.send(httpServer.address().port));
answerStalls();
