/**
 * npm test: installs and builds what is missing, then runs every suite: API, security and unit tests (jest), the browser
 * (Playwright), and the packed plugin in a bare site. The last line says how many passed and failed.
 */
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { report, runJest, runPlaywright, sum } from './lib/tally.mjs';

await ensureInstalled();
// In processes of their own: they need what was installed just now.
for (const [script, ...args] of [['build.mjs'], ['prepare.mjs', 'site']]) {
  const code = await run(process.execPath, [join(root, 'scripts', script), ...args]);
  if (code !== 0) process.exit(report({ passed: 0, failed: 1 }));
}

const tallies = [
  await runJest('api', []),
  await runPlaywright('browser'),
  await runPlaywright('package', ['--config', 'tests/package/playwright.config.ts']),
];
process.exit(report(sum(tallies)));
