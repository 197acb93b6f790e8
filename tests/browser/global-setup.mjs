import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startMailServer } from '../../scripts/lib/mail.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { writePrivateFile } from '../../scripts/lib/private-file.mjs';
import { runQuietly } from '../../scripts/lib/run.mjs';
import { fixedSecrets } from '../../scripts/lib/secrets.mjs';
import { startStrapi } from '../../scripts/lib/strapi.mjs';

/** Builds, seeds and starts one site with admin panel and mail server for all browser tests; answers what ends it. */
export default async function globalSetup() {
  const folder = join(root, 'tests/.artifacts', `browser-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await runQuietly('Building the site', process.execPath, [join(root, 'scripts/prepare.mjs'), 'site']);

  const port = await freePort();
  const google = await freePort();
  const mail = await startMailServer();
  const env = {
    ...fixedSecrets,
    NODE_ENV: 'development',
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_FILENAME: join(folder, 'data.db'),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mail.smtp),
    GOOGLE_CLIENT_SECRET: 'tests-google-client-secret',
    GOOGLE_ORIGIN: `http://127.0.0.1:${google}`,
    MAIL_POLL_SECONDS: '1',
    RATE_LIMITS: 'false',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const seededFile = join(folder, 'seeded.json');
  await runQuietly('Filling the site', process.execPath, [join(root, 'scripts/seed.mjs'), seededFile], { env });
  const strapi = await startStrapi({ port, env, logFile: join(folder, 'strapi.log') });

  const seeded = JSON.parse(readFileSync(seededFile, 'utf8'));
  const siteFile = join(folder, 'site.json');
  writePrivateFile(
    siteFile,
    JSON.stringify({ ...seeded, url: strapi.url, google, mail: { smtp: mail.smtp, web: mail.web } })
  );
  process.env.SITE_FILE = siteFile;

  return async () => {
    await Promise.all([strapi.stop(), mail.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
