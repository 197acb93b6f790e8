import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { runQuietly, timed } from '../../scripts/lib/run.mjs';
import { fixedSecrets } from '../../scripts/lib/secrets.mjs';
import { startStrapi } from '../../scripts/lib/strapi.mjs';
import { makeBareSite } from './bare-site.mjs';

const admin = {
  email: 'admin@bare-site.example',
  password: 'Bare-site-2026',
  firstname: 'Anne',
  lastname: 'Kermarrec',
};

/** Packs the plugin, puts it into a bare site outside the repository, builds its admin panel and starts it. */
export default async function globalSetup() {
  await runQuietly('Building the plugin', process.execPath, [join(root, 'scripts/build.mjs')]);
  const folder = mkdtempSync(join(tmpdir(), 'bare-site-'));
  await timed('Making a bare site', async () => makeBareSite(folder));

  const port = await freePort();
  const { ADMIN_JWT_SECRET, API_TOKEN_SALT, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, APP_KEYS } = fixedSecrets;
  const env = {
    ...{ ADMIN_JWT_SECRET, API_TOKEN_SALT, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, APP_KEYS },
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const strapi = join(folder, 'node_modules/.bin/strapi');
  await runQuietly('Building its admin panel', strapi, ['build'], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'production' },
  });
  const site = await startStrapi({ port, env, folder, logFile: join(folder, 'strapi.log') });

  const response = await fetch(`${site.url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`the first administrator: ${response.status} ${await response.text()}`);
  process.env.SITE_FILE = join(folder, 'site.json');
  writeFileSync(process.env.SITE_FILE, JSON.stringify({ url: site.url, admin, guests: [] }));

  return async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
