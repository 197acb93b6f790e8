import { join } from 'node:path';
import { startChild } from './child.mjs';
import { root } from './paths.mjs';
import { freePort, untilItAnswers } from './ports.mjs';

const program = join(root, 'node_modules/maildev/dist/bin/maildev.js');

/**
 * Starts a real SMTP server that keeps what it gets and shows it on a web page; `/api/email` below the page lists it.
 * @param {{ smtpPort?: number, webPort?: number }} [wanted] ports to take where they are free
 */
export const startMailServer = async ({ smtpPort, webPort } = {}) => {
  const smtp = await freePort(smtpPort);
  const port = await freePort(webPort);
  const web = `http://127.0.0.1:${port}`;
  const child = startChild(
    process.execPath,
    [program, '--smtp', `${smtp}`, '--web', `${port}`, '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--silent'],
    { stdio: 'ignore' }
  );
  await untilItAnswers(`${web}/api/email`, { seconds: 120, alive: child.alive });
  return { smtp, web, ...child };
};
