import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface Instance {
  readonly url: string;
  /** Ends it at once, as a machine that loses its power does. */
  kill(): void;
  /** Settles when it has ended. */
  readonly gone: Promise<void>;
  /** The end of what it has said, for a test that wants to know why it is gone. */
  said(): string;
}

/**
 * Starts another instance of the tests' site, on the same database and mail server where `env` does not say otherwise.
 * @throws with the end of what it said, where it does not start
 */
export const startInstance = (env: Record<string, string | undefined> = {}): Promise<Instance> =>
  new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'instance.mjs'), { env: { ...process.env, ...env }, silent: true });
    let said = '';
    const listen = (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-10_000));
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const gone = new Promise<void>((ended) => void child.once('close', () => ended()));
    child.once('message', (port) =>
      resolve({
        gone,
        url: `http://127.0.0.1:${String(port)}`,
        kill: () => void child.kill('SIGKILL'),
        said: () => said,
      })
    );
    child.once('close', (code) => reject(new Error(`the instance ended with ${code}: ${said}`)));
  });
