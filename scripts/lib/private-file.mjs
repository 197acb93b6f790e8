import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that only who runs this may read, also in the place of one that others could. */
export const writePrivateFile = (path, text) => {
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
};

/** A folder that only who runs this may enter, also where it was there before. */
export const makePrivateFolder = (path) => {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
};
