/** Builds what a run of the tests needs: `node scripts/prepare.mjs backend`, or `site` with portal and admin panel. */
import { buildBackend, buildSite } from './lib/build.mjs';

await (process.argv[2] === 'site' ? buildSite() : buildBackend());
