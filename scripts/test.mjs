/**
 * npm test: installs and builds what is missing, then runs every suite: API, security and unit tests (jest), the browser
 * (Playwright), and the packed plugin in a bare site. The last line says how many passed and failed.
 */
import { ensureInstalled } from './lib/install.mjs';
import { report, runJest, runPlaywright, sum } from './lib/tally.mjs';

await ensureInstalled();
// Only now: the build needs what was installed.
const { buildPlugin, buildSite } = await import('./lib/build.mjs');
await buildPlugin();
await buildSite();

const tallies = [
  await runJest('api', []),
  await runPlaywright('browser'),
  await runPlaywright('package', ['--config', 'tests/package/playwright.config.ts']),
];
process.exit(report(sum(tallies)));
