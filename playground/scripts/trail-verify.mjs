/**
 * npm run trail:verify [-- --head <place>:<hash>]: boots this site without listening and goes along the chain of its guest access trail.
 * Says where it breaks, and where it ends: that end, kept elsewhere and given back later as --head, shows that nothing was cut off after
 * it. Ends with 1 where the chain is broken.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runQuietly } from '../../scripts/lib/run.mjs';
import { ensureSecrets } from '../../scripts/lib/secrets.mjs';

const { head: known } = parseArgs({ options: { head: { type: 'string' } } }).values;

const playground = join(dirname(fileURLToPath(import.meta.url)), '..');
await runQuietly('Building the site', process.execPath, [join(playground, '../scripts/prepare.mjs'), 'backend']);
ensureSecrets();
process.chdir(playground);

// Strapi cannot be imported, only required.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
for (const transport of strapi.log.transports) transport.level = 'warn';
await strapi.load();
const report = await strapi.service('plugin::guest-access.trail').verify({ head: known });
await strapi.destroy();

const words = {
  'line-missing': 'the line is gone',
  'line-changed': 'the line says something else than when it was sealed, or stands elsewhere',
  'place-missing': 'what stood before it is gone',
  'beginning-missing': 'what stood before it is gone, and no purge says so',
  'head-missing': 'the end that was given is not there: lines were cut off, or written anew',
};
const { lines, first, head, waiting, breaks } = report;
for (const { place, kind } of breaks) process.stdout.write(`BROKEN at ${place}: ${words[kind]}\n`);
process.stdout.write(
  `${lines} lines${first === null ? '' : `, from ${first} on`}; ${waiting} not sealed yet. ${breaks.length === 0 ? 'The chain holds.' : ''}\n`
);
if (head !== null) process.stdout.write(`Its end, to be kept elsewhere: --head ${head.place}:${head.hash}\n`);
process.exit(breaks.length === 0 ? 0 : 1);
