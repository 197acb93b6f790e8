/** npm run check: lint, format, types, dead code, package, build. Every step runs; the last line counts them. */
import { bin, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { report, sum } from './lib/tally.mjs';

const types = (project) => [`types of ${project}`, bin('tsc'), ['--noEmit', '--incremental', 'false', '-p', project]];
const steps = [
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['format', bin('prettier'), ['--check', '.', '--log-level', 'warn']],
  types('server/tsconfig.json'),
  types('admin/tsconfig.json'),
  types('portal/tsconfig.json'),
  types('tests/tsconfig.json'),
  types('playground/tsconfig.json'),
  ['dead code', bin('knip'), []],
  ['build', process.execPath, ['scripts/build.mjs']],
  ['package', bin('publint'), ['--strict']],
  ['plugin', bin('strapi-plugin'), ['verify']],
];

const tallies = [];
for (const [name, command, args] of steps) {
  let said = '';
  const code = await run(command, args, { cwd: root, onOutput: (text) => (said += text) });
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n${code === 0 ? '' : said}`);
  tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}
process.exit(report(sum(tallies)));
