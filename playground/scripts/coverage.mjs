/**
 * npm run coverage: boots this site without listening and prints what the plugin's self-check found: for each content
 * type that guests may be given, whether the row filter held on every way into it. Ends with 1 where a way is open.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../../scripts/lib/run.mjs';
import { ensureSecrets } from '../../scripts/lib/secrets.mjs';

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
strapi.server.mount();
const { rows, closed, complete } = await strapi.service('plugin::guest-access.coverage').last();
await strapi.destroy();

const ways = [...new Set(rows.map(({ way }) => way))];
const types = [...new Set(rows.map(({ contentType }) => contentType))];
/** `covered`, or `open 1, covered 3` where several relations lead there. */
const cell = (contentType, way) => {
  const verdicts = rows
    .filter((one) => one.contentType === contentType && one.way === way)
    .map(({ verdict }) => verdict);
  const counts = [...new Set(verdicts)].map((name) => [name, verdicts.filter((one) => one === name).length]);
  return counts.map(([name, count]) => (verdicts.length > 1 ? `${name} ${count}` : name)).join(', ') || '-';
};
const table = [['content type', ...ways], ...types.map((type) => [type, ...ways.map((way) => cell(type, way))])];
const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
for (const line of table) {
  process.stdout.write(
    `${line
      .map((text, column) => text.padEnd(widths[column]))
      .join('  ')
      .trimEnd()}\n`
  );
}

for (const { contentType, way, through, verdict } of rows) {
  if (verdict === 'open')
    process.stdout.write(`OPEN: ${contentType} by ${way}${through === null ? '' : ` from ${through}`}\n`);
}
const untried = rows.some(({ verdict }) => verdict === 'empty');
const verdict = complete
  ? `No way in is open.${untried ? ' Where it says empty there is no row to try it on: npm run demo fills this site.' : ''}`
  : `Closed to all guests until it is covered: ${closed.join(', ')}`;
process.stdout.write(`${verdict}\n`);
process.exit(complete ? 0 : 1);
