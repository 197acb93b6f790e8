import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports';

const program = join(__dirname, '../../../node_modules/maildev/dist/bin/maildev.js');

export interface MailServer {
  /** The port that takes mail. */
  smtp: number;
  /** Its web page; `/api/email` below it lists what came. */
  web: string;
  stop(): void;
}

const answers = async (address: string): Promise<boolean> => {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
};

/** Starts a real SMTP server that keeps what it gets. */
export const startMailServer = async (): Promise<MailServer> => {
  const [smtp, webPort] = [await freePort(), await freePort()];
  const web = `http://127.0.0.1:${webPort}`;
  const child = spawn(
    process.execPath,
    [program, '--smtp', `${smtp}`, '--web', `${webPort}`, '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--silent'],
    { stdio: 'ignore' }
  );
  const stop = () => void child.kill();
  process.once('exit', stop);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(`${web}/api/email`)) return { smtp, web, stop };
    await wait(100);
  }
  stop();
  throw new Error('the mail server did not start');
};
