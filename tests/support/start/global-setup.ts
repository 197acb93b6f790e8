import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, boot } from './boot';
import { startMailServer } from './mail-server';

/** Once a run: builds what changed, starts the mail server, boots and seeds the site. Environment and tests run in this process. */
export default async function globalSetup(): Promise<void> {
  const root = join(__dirname, '../../..');
  execFileSync(process.execPath, [join(root, 'scripts/prepare.mjs'), 'backend'], { stdio: 'inherit' });
  const mail = await startMailServer();
  const site = await boot(mail);
  const { seed, testAmounts } = await import('../../../playground/src/seed');
  const seeded = await seed(site.strapi, { amounts: testAmounts, publicReads: false });
  globalThis.site = { ...site, mail, ...seeded };
  globalThis.stopSite = async () => {
    await site.strapi.destroy();
    mail.stop();
    rmSync(artifacts, { recursive: true, force: true });
  };
}
