import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPortal } from '../scripts/lib/build.mjs';
import { root } from '../scripts/lib/paths.mjs';

const most = 130;

export const description = `kB of JavaScript, gzipped, that the guest’s page loads before it is drawn, over ${most}: ≤ 1`;

const folder = join(root, 'dist/portal');
const kilobytes = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;

/** What a chunk imports by a statement, and so loads before it runs; `import(…)` is asked for later. */
const importsOf = (file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)].map(
    ([, name]) => `assets/${name}`
  );

/** A script with all that it loads at once. */
const withImports = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) withImports(next, seen);
  return seen;
};

export const run = async () => {
  await buildPortal();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name);
  const initial = new Set(first.flatMap((file) => [...withImports(file)]));
  const chunks = readdirSync(join(folder, 'assets'))
    .map((name) => `assets/${name}`)
    .sort();
  for (const chunk of chunks) {
    process.stdout.write(
      `  ${kilobytes(chunk).toFixed(1).padStart(6)} kB  ${chunk}${initial.has(chunk) ? '  at once' : ''}\n`
    );
  }
  const sum = [...initial].reduce((total, chunk) => total + kilobytes(chunk), 0);
  return { a: [sum], b: [most], unit: 'kB', target: { atMost: 1 } };
};
