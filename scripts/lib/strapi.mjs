import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startChild } from './child.mjs';
import { playground, root } from './paths.mjs';
import { untilItAnswers } from './ports.mjs';

/**
 * Starts a site as it was built, the playground where no other folder is named, and waits until it answers.
 * @param {{ port: number, env?: Record<string, string>, folder?: string, logFile: string }} options
 * @throws with the end of its log where it does not start
 */
export const startStrapi = async ({ port, env = {}, folder = playground, logFile }) => {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const packages = folder === playground ? root : folder;
  const program = join(packages, 'node_modules/@strapi/strapi/bin/strapi.js');
  const child = startChild(process.execPath, [program, 'start'], {
    cwd: folder,
    env: { NODE_ENV: 'development', STRAPI_TELEMETRY_DISABLED: 'true', ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  try {
    await untilItAnswers(`http://127.0.0.1:${port}/_health`, { seconds: 120, alive: child.alive });
  } catch (error) {
    await child.stop();
    throw new Error(`Strapi does not start:\n${readFileSync(logFile, 'utf8').slice(-4000)}`, { cause: error });
  }
  return { url: `http://localhost:${port}`, ...child };
};
