/**
 * npm run test:quick: of lint, unit and site tests what a change touches, in about two minutes; `npm test` is what counts.
 * The change is what differs from `main`, or from what is given: `npm run test:quick -- HEAD` for what is not committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { inLanes, named } from './lib/lanes.mjs';
import { bin, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { report, runJest, sum } from './lib/tally.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const [base = 'main'] = process.argv.slice(2);
const [fork] = git('merge-base', 'HEAD', base);
const changed = [
  ...new Set([...git('diff', '--name-only', fork), ...git('ls-files', '--others', '--exclude-standard')]),
];
const there = changed.filter((file) => existsSync(join(root, file)));

/** Site tests of a feature that are not called after it. */
const alsoOf = {
  access: ['reads', 'writes', 'plans', 'versions', 'request-limits', 'opening', 'out-of-sight', 'guest-save'],
  guests: ['who-is-meant', 'taking-away', 'last-seen'],
  mail: ['mail-texts', 'mail-names'],
  sessions: ['session-ends', 'other-guest', 'preview'],
  settings: ['settings-rights', 'guests-off', 'site'],
  credentials: ['passwords'],
};
const featureOf = (file) => /^(?:server\/src\/features|contract)\/([a-z-]+)/.exec(file)?.[1];
const features = new Set(changed.map(featureOf).filter(Boolean));
const words = new Set([...features].flatMap((feature) => [feature, ...(alsoOf[feature] ?? [])]));
const testsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
const siteTests = [...testsIn('tests/api'), ...testsIn('tests/security')].filter(
  (file) => changed.includes(file) || words.has(basename(file, '.test.ts'))
);

const lint = async () => {
  const files = there.filter((file) => /\.(m?[jt]sx?)$/.test(file));
  if (files.length === 0) return { passed: 0, failed: 0 };
  const code = await run(bin('eslint'), [...files, '--max-warnings', '0', '--no-warn-ignored'], {
    cwd: root,
    onOutput: named('lint'),
  });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: ['lint'] };
};
const jest = (name, args) => () => runJest(name, args, { onOutput: named(name) });
const code = there.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests/'));
const works = [
  ...(siteTests.length > 0 ? [jest('site', ['--selectProjects', 'site', '--runTestsByPath', ...siteTests])] : []),
  jest('house', ['--selectProjects', 'unit', '--runTestsByPath', ...testsIn('tests/house')]),
  ...(code.length > 0
    ? [jest('unit', ['--selectProjects', 'unit', '--passWithNoTests', '--findRelatedTests', ...code])]
    : []),
  lint,
];
process.stderr.write(`${changed.length} files differ from ${base}; site tests: ${siteTests.join(' ') || 'none'}\n`);
process.exit(report(sum(await inLanes(Math.min(availableParallelism(), 4), works))));
