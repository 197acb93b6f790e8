/**
 * The playground on a data set, in a process of its own, so that it shares no event loop with what measures it. Started by
 * site.mjs with the data set in DATA_SET; says { url } when it listens, and ends at once where it had to be filled first.
 * creates.mjs says what else it can be told.
 * Told { stalls: 'begin' } it watches its event loop; told { stalls: 'end' } it says { longestMs }, the longest stall since.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { playground } from '../../scripts/lib/paths.mjs';
import { answerCreates } from './creates.mjs';
import { dataSets } from './data/index.mjs';
import { filler } from './fill.mjs';
import { answerStalls } from './stall.mjs';
import { addUsualWay } from './usual-way.mjs';

const require = createRequire(import.meta.url);
process.chdir(playground);
const { createStrapi } = require('@strapi/strapi');
const { seedAccounts } = require(join(playground, 'dist/src/seed/accounts.js'));

const { kind, ...amounts } = JSON.parse(process.env.DATA_SET);
const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
strapi.log.level = 'error';
await strapi.register();
addUsualWay(strapi);
await strapi.bootstrap();
strapi.isLoaded = true;

const filled = strapi.store({ type: 'core', name: 'bench', key: 'filled' });
if ((await filled.get({})) !== true) {
  await seedAccounts(strapi, { publicReads: false });
  await filler(strapi, (fill) => dataSets[kind](fill, amounts));
  await filled.set({ value: true });
  // What it learnt of an empty site is out of date: it is started once more.
  process.exit(0);
}

strapi.server.mount();
const port = Number(process.env.PORT);
await new Promise((resolve) => strapi.server.httpServer.listen(port, '127.0.0.1', resolve));
process.send({ url: `http://127.0.0.1:${port}` });

answerStalls();
await answerCreates(strapi);
