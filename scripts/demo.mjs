/**
 * npm run demo: a site with the plugin and a year of content, on PORT (1337), with a mail server that keeps everything.
 * The first run installs, builds and seeds; the next ones start in seconds. `-- --reset` starts over. Ends with Ctrl-C.
 * Addresses and logins: on the terminal and in playground/.tmp/demo.json.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { showDemo } from './lib/demo-text.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { playground, root } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { makePrivateFolder, writePrivateFile } from './lib/private-file.mjs';
import { run } from './lib/run.mjs';
import { ensureSecrets } from './lib/secrets.mjs';
import { startMailServer } from './lib/mail.mjs';
import { startStrapi } from './lib/strapi.mjs';

const port = Number(process.env.PORT ?? 1337);
const folder = join(playground, '.tmp');
const seededFile = join(folder, 'seeded.json');

if (process.argv.includes('--reset')) rmSync(folder, { recursive: true, force: true });
// Logins, keys, the database, the log: nobody else on this machine has to read them.
makePrivateFolder(folder);
if ((await freePort(port)) !== port) {
  process.stderr.write(`Port ${port} is taken. Choose another: PORT=1400 npm run demo\n`);
  process.exit(1);
}

await ensureInstalled();
const script = (name) => join(root, 'scripts', name);
if ((await run(process.execPath, [script('prepare.mjs'), 'site'])) !== 0) process.exit(1);
ensureSecrets();

const url = `http://localhost:${port}`;
const logFile = join(folder, 'strapi.log');
if (!existsSync(seededFile)) {
  process.stdout.write('Filling the site …\n');
  // What an interrupted first run left behind would be seeded twice.
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(join(folder, `data.db${suffix}`), { force: true });
  let said = '';
  const code = await run(process.execPath, [script('seed.mjs'), seededFile], {
    env: { PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'development', STRAPI_TELEMETRY_DISABLED: 'true' },
    onOutput: (text) => (said += text),
  });
  if (code !== 0) {
    process.stderr.write(`${said}\nThe site could not be filled.\n`);
    process.exit(1);
  }
}

const mail = await startMailServer({ smtpPort: 1025, webPort: 1080 });
process.stdout.write('Starting Strapi …\n');
const site = await startStrapi({
  port,
  logFile,
  env: { PUBLIC_URL: url, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mail.smtp) },
}).catch(async (error) => {
  process.stderr.write(`${error.message}\n`);
  await mail.stop();
  process.exit(1);
});

const portal = `${url}/guest`;
const { admin, guests } = JSON.parse(readFileSync(seededFile, 'utf8'));
const demo = {
  url,
  portal,
  mail: { smtp: `smtp://127.0.0.1:${mail.smtp}`, web: mail.web },
  admin,
  guests: guests.map((guest) => ({ ...guest, keyLink: `${portal}/key#${guest.key}` })),
};
writePrivateFile(join(folder, 'demo.json'), `${JSON.stringify(demo, null, 2)}\n`);
process.stdout.write(showDemo(demo));

const end = async (code) => {
  await Promise.all([site.stop(), mail.stop()]);
  process.exit(code);
};
let ending = false;
const endOnce = (code) => {
  if (ending) return;
  ending = true;
  void end(code);
};
process.on('SIGINT', () => endOnce(0));
process.on('SIGTERM', () => endOnce(0));
await Promise.race([site.ended, mail.ended]);
if (!ending) process.stderr.write(`Strapi or the mail server has ended; see ${logFile}\n`);
endOnce(1);
