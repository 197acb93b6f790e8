/** npm run build: the plugin (server, admin, types) and the portal, to dist/. Builds only what changed; --force builds all. */
import { rmSync } from 'node:fs';
import { buildPlugin } from './lib/build.mjs';
import { cache } from './lib/paths.mjs';

if (process.argv.includes('--force')) rmSync(cache, { recursive: true, force: true });
await buildPlugin();
