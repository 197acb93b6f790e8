/**
 * npm test: installs and builds what is missing, then runs every suite: API, security and unit tests (jest), the browser
 * (Playwright), the packed plugin in a bare site, and the ports to Strapi, as many at once as there are processors. The last line says how many
 * passed and failed.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { inLanes, named } from './lib/lanes.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { report, runJest, runPlaywright, runProgram, sum } from './lib/tally.mjs';

await ensureInstalled();
// In processes of their own: they need what was installed just now.
for (const [script, ...args] of [['build.mjs'], ['prepare.mjs', 'site']]) {
  const code = await run(process.execPath, [join(root, 'scripts', script), ...args]);
  if (code !== 0) process.exit(report({ passed: 0, failed: 1 }));
}

/** The suites, the longest first. Each has a site, a database and a mail server of its own, so they may run side by side. */
const jest = (name, args) => () => runJest(name, args, { onOutput: named(name) });
const playwright = (name, args) => () => runPlaywright(name, args, { onOutput: named(name) });
const parts = [1, 2, 3, 4];
const suites = [
  playwright('browser', []),
  ...parts.map((part) => jest(`site-${part}`, ['--selectProjects', 'site', '--shard', `${part}/${parts.length}`])),
  playwright('package', ['--config', 'tests/package/playwright.config.ts']),
  jest('unit', ['--selectProjects', 'unit']),
  () => runProgram('strapi', [join(root, 'scripts/test-strapi.mjs')], { onOutput: named('strapi') }),
];
process.exit(report(sum(await inLanes(Math.min(availableParallelism(), 4), suites))));
