import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { run } from './run.mjs';

const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');
const stamp = join(cache, 'install.stamp');

const digest = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

const isUpToDate = () => {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === digest();
  return statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
};

/** Installs the packages where they are missing or older than package-lock.json. Needs none of them itself. */
export const ensureInstalled = async () => {
  if (!isUpToDate()) {
    process.stdout.write('Installing the packages (some minutes, the first time) …\n');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Error(`npm ci: exit code ${code}`);
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, digest());
};
