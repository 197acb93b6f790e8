import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts a program of this folder that answers commands. `said` is what it said when it was ready.
 * @returns {Promise<{ said: object, ask: (command: string, value?: object) => Promise<any>, kill: () => Promise<void> }>}
 */
export const startProgram = async (file, env = {}) => {
  const child = fork(join(here, file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  const gone = once(child, 'exit');
  const [said] = await Promise.race([once(child, 'message'), gone]);
  if (said?.ready !== true) throw new Error(`${file} ended with ${said}`);

  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(`${file}: ${error}`));
  });
  return {
    said,
    ask: (command, value) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, command, value });
      }),
    /** SIGKILL: no time to tidy up. */
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
