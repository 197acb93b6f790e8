/**
 * Runs in a site of its own (site.mjs), as a child of scripts/test-strapi.mjs: boots the Strapi that is installed there and tries
 * what `suite.cjs` beside it holds. Tells its parent of each: { name, fault, isAbsent }.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const folder = process.cwd();
const require = createRequire(join(folder, 'package.json'));
const { createStrapi } = require('@strapi/strapi');
const { suite } = require(join(folder, process.env.SUITE));

const { version } = require('@strapi/strapi/package.json');
if (version !== process.env.STRAPI_VERSION) throw new Error(`this is Strapi ${version}`);

const strapi = createStrapi({ appDir: folder, distDir: folder, autoReload: false, serveAdminPanel: false });
for (const transport of strapi.log.transports) transport.silent = process.env.TEST_LOGS === undefined;
const { parts, onRegister, onBootstrap } = suite();
globalThis.onRegister = onRegister;
globalThis.onBootstrap = onBootstrap;
await strapi.load();
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;
for (const [name, work] of Object.entries(parts)) {
  try {
    process.send({ name, fault: null, isAbsent: (await work(strapi, url)) === 'absent' });
  } catch (error) {
    process.send({ name, fault: String(error.stack ?? error) });
  }
}
await strapi.destroy();
process.exit(0);
