import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seed, testAmounts } from '../../../playground/src/seed';
import { artifacts, boot } from './boot';

/** Once a run: builds what changed, starts the mail server, boots and seeds the site. Environment and tests run in this process. */
export default async function globalSetup(): Promise<void> {
  const root = join(__dirname, '../../..');
  execFileSync(process.execPath, [join(root, 'scripts/prepare.mjs'), 'backend'], { stdio: 'inherit' });
  const { startMailServer } = await import('../../../scripts/lib/mail.mjs');
  const { freePort } = await import('../../../scripts/lib/ports.mjs');
  const { fixedSecrets } = await import('../../../scripts/lib/secrets.mjs');
  const mail = await startMailServer();
  const google = await freePort();
  const site = await boot({ port: await freePort(), smtp: mail.smtp, google, secrets: fixedSecrets });
  const seeded = await seed(site.strapi, { url: site.url, amounts: testAmounts, publicReads: false }).catch((error) => {
    process.stderr.write(`${site.logs.filter((line) => line.startsWith('error')).join('\n')}\n`);
    throw error;
  });
  if (seeded === null) throw new Error('the tests need an empty database');
  globalThis.site = { ...site, mail, google, ...seeded };
  globalThis.stopSite = async () => {
    await site.strapi.destroy();
    await mail.stop();
    rmSync(artifacts, { recursive: true, force: true });
  };
}
