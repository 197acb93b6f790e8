import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root; every other path is below it. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const playground = join(root, 'playground');
export const cache = join(root, 'node_modules/.cache/guest-access');
export const bin = (name) => join(root, 'node_modules/.bin', name);
