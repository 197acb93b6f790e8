import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether every package of package-lock.json is installed in its version; npm writes down what it installed. */
const isUpToDate = () => {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) =>
      !path.startsWith('node_modules/') || optional === true || installed[path]?.version === version
  );
};

/** Installs the packages where one is missing or of another version. Needs none of them itself. */
export const ensureInstalled = async () => {
  if (isUpToDate()) return;
  process.stdout.write('Installing the packages (some minutes, the first time) …\n');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm ci: exit code ${code}`);
};
