/** npm run check: lint, format, types, dead code, package, build. Every step runs; the last line counts them. */
import { availableParallelism } from 'node:os';
import { inLanes } from './lib/lanes.mjs';
import { bin, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { report, sum } from './lib/tally.mjs';

const types = (project) => [`types of ${project}`, bin('tsc'), ['--noEmit', '--incremental', 'false', '-p', project]];
/**
 * A part of the lint, in a process of its own: the types of all parts together do not fit into what Node takes by itself. Without a
 * name, all that is in no other part.
 */
const parts = [['server', 'contract'], ['admin'], ['portal', 'client'], ['tests']];
const lint = (...folders) => [
  `lint of ${folders.join(', ') || 'the rest'}`,
  bin('eslint'),
  folders.length > 0
    ? [...folders, '--max-warnings', '0']
    : ['.', '--max-warnings', '0', ...parts.flat().flatMap((folder) => ['--ignore-pattern', `${folder}/**`])],
];
/** Chains of steps, the longest first. What is in one chain stands on what went before in it. */
const chains = [
  ...parts.map((folders) => [lint(...folders)]),
  [lint(), ['format', bin('prettier'), ['--check', '.', '--log-level', 'warn']]],
  [
    types('server/tsconfig.json'),
    types('admin/tsconfig.json'),
    types('portal/tsconfig.json'),
    types('client/tsconfig.json'),
    types('tests/tsconfig.json'),
    types('playground/tsconfig.json'),
    ['dead code', bin('knip'), []],
  ],
  [
    ['build', process.execPath, ['scripts/build.mjs']],
    ['package', bin('publint'), ['--strict']],
    ['plugin', bin('strapi-plugin'), ['verify']],
  ],
];

const doStep = async ([name, command, args]) => {
  let said = '';
  const code = await run(command, args, { cwd: root, onOutput: (text) => (said += text) });
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n${code === 0 ? '' : said}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [name] };
};
const doChain = async (steps) => {
  const tallies = [];
  for (const step of steps) tallies.push(await doStep(step));
  return sum(tallies);
};
process.exit(
  report(
    sum(
      await inLanes(
        Math.min(availableParallelism(), 4),
        chains.map((steps) => () => doChain(steps))
      )
    )
  )
);
