/**
 * npm run bench -- [name …]: runs benchmarks/<name>.mjs, or all of them in the order of their names. `-- --list` lists them.
 *
 * A benchmark exports
 *   description  one line: what is compared, and the ratio that is promised
 *   run()        measures two ways alternately in one run and answers (a promise of)
 *                { a: number[], b: number[], unit: string, target: { atLeast?: number, atMost?: number } },
 *                one number a round; or a list of such with `name`, where one run answers several promises
 * For each, the median of `a`, the median of `b` and their ratio are printed, last, in one line
 *   bench <name>: <median A> / <median B> ratio=<x>
 * The exit code tells whether every ratio is what it should be.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';

const folder = join(root, 'benchmarks');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => basename(file, '.mjs'))
  .sort();
const load = (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const line = (name, { a, b, target: { atLeast, atMost } }) => {
  const ratio = median(a) / median(b);
  const kept = ratio >= (atLeast ?? -Infinity) && ratio <= (atMost ?? Infinity);
  const text = `bench ${name}: ${median(a).toFixed(1)} / ${median(b).toFixed(1)} ratio=${ratio.toFixed(2)}`;
  return { kept, text };
};

const args = process.argv.slice(2);
if (args.includes('--list')) {
  for (const name of names) process.stdout.write(`${name}: ${(await load(name)).description}\n`);
  process.exit(0);
}
const unknown = args.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such benchmark: ${unknown.join(', ')}. There are: ${names.join(', ')}\n`);
  process.exit(1);
}

const lines = [];
for (const name of args.length > 0 ? args : names) {
  const benchmark = await load(name);
  process.stdout.write(`${name}: ${benchmark.description}\n`);
  const measured = await benchmark.run();
  for (const result of Array.isArray(measured) ? measured : [measured]) lines.push(line(result.name ?? name, result));
}
for (const { kept, text } of lines) process.stdout.write(`${kept ? '' : 'MISSED '}${text}\n`);
process.exit(lines.every(({ kept }) => kept) ? 0 : 1);
