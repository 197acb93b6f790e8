import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache, root } from './paths.mjs';

const ignored = new Set(['node_modules', 'dist', 'build', '.cache', '.tmp', '.strapi', 'generated', 'uploads']);

const filesBelow = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
};

/** A digest of the names and contents of every file below the given paths; tests and what is built are left out. */
export const digestOf = (paths) => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** One builder at a time: two would empty each other's output folders. A lock whose owner has died is taken over. */
const withLock = async (work) => {
  const lock = join(cache, 'build.lock');
  mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
      if (owner === process.pid) return work();
      if (owner > 0 && !alive(owner)) rmSync(lock, { force: true });
      else await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

/**
 * Does `build` unless its sources are the same as the last time and its output is still there.
 * @returns whether something was built
 */
export const onceFor = (name, { sources, outputs }, build) =>
  withLock(async () => {
    const stamp = join(cache, `${name}.stamp`);
    const digest = digestOf(sources);
    const upToDate =
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === digest &&
      outputs.every((output) => existsSync(join(root, output)));
    if (upToDate) return false;
    await build();
    writeFileSync(stamp, digest);
    return true;
  });
