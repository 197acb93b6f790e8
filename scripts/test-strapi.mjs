/**
 * npm run test:strapi -- 5.37.0 5.54.0: for each version of Strapi, the repository's own where none is named: installs it apart,
 * from the registry, and tries there each port (`server/src/kernel/strapi`) without the plugin, and with it the self-check and a
 * short form of what the security tests read and write. A line a port; some minutes for the first time of a version.
 */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bundleSuite } from './lib/bundle.mjs';
import { buildPortal, buildServer } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { timed } from './lib/run.mjs';
import { fixedSecrets } from './lib/secrets.mjs';
import { report } from './lib/tally.mjs';
import { makeSite, ownVersion } from '../tests/strapi-contract/site.mjs';

const versions = process.argv.length > 2 ? process.argv.slice(2) : [ownVersion];
/** What each suite runs with. */
const suites = [
  { suite: 'ports', env: {} },
  { suite: 'plugin', env: { WITH_PLUGIN: 'true' } },
  { suite: 'plugin', env: { WITH_PLUGIN: 'true', QUERY_SCOPES: 'true' } },
];

await buildServer();
await buildPortal();
const tally = { passed: 0, failed: 0 };
const say = (line) => process.stdout.write(`${line}\n`);
const count = (name, fault) => {
  tally[fault === null ? 'passed' : 'failed'] += 1;
  say(`${fault === null ? '✓' : '✕'} ${name}`);
  if (fault !== null) say(fault.replace(/^/gm, '    '));
};

const runSuite = async (version, folder, { suite, env }) => {
  const file = `${suite}.cjs`;
  await bundleSuite(`tests/strapi-contract/${suite}/index.ts`, join(folder, file));
  const child = fork(join(root, 'tests/strapi-contract/run.mjs'), {
    cwd: folder,
    env: {
      ...process.env,
      ...fixedSecrets,
      NODE_ENV: 'development',
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_VERSION: version,
      SUITE: file,
      ...env,
      DATABASE_FILENAME: join(folder, 'data', `${suites.findIndex((one) => one.env === env)}.db`),
    },
  });
  const scopes = env.QUERY_SCOPES ? ' (with query scopes)' : '';
  child.on('message', ({ name, fault, isAbsent }) =>
    isAbsent ? say(`– ${name}${scopes}: not there`) : count(name + scopes, fault)
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) count(`${suite}: the site ended with code ${code}`, 'see above');
};

for (const version of versions) {
  try {
    const { folder, plugins } = await timed(`Making a site with Strapi ${version}`, async () => makeSite(version));
    for (const [name, found] of Object.entries(plugins)) {
      if (found !== version) say(`  ${name}: ${found === null ? 'not in the registry' : found}`);
    }
    for (const one of suites) await runSuite(version, folder, one);
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    count(`Strapi ${version}`, String(error.stack ?? error));
  }
}
process.exit(report(tally));
