import { execFileSync, fork } from 'node:child_process';
import { join } from 'node:path';
import type { WorkerSettings } from './worker';

export type JobName = 'steps' | 'plain' | 'waiting' | 'holding' | 'failing' | 'endless' | 'late';

export interface QueueWorker {
  ask(command: string, value?: unknown): Promise<unknown>;
  /** The input of the next job that says so has begun. */
  begun(): Promise<string>;
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Settles when it has ended. */
  readonly gone: Promise<void>;
}

const file = join(__dirname, '../../.artifacts', String(process.pid), 'queue-worker.cjs');
let isBundled = false;

const bundle = (): void => {
  if (!isBundled) execFileSync(process.execPath, [join(__dirname, 'bundle.mjs'), file], { stdio: 'inherit' });
  isBundled = true;
};

/** How the site talks to its database. */
const siteConnection = () => {
  const { client, connection, useNullAsDefault } = site.strapi.db.config.connection;
  return client === 'sqlite'
    ? { client, connection, useNullAsDefault }
    : { client, connection, pool: { min: 0, max: 4 } };
};

const workers = new Set<QueueWorker>();

/** Ends every worker that is left. */
export const endWorkers = async (): Promise<void> => {
  for (const worker of workers) worker.signal('SIGKILL');
  await Promise.all([...workers].map(({ gone }) => gone));
};

interface Said {
  ready?: true;
  begun?: string;
  id?: number;
  result?: unknown;
  error?: string;
}

/** Starts a worker of the queue on the site's database. */
export const startWorker = (wish: Partial<WorkerSettings> & { family: string }): Promise<QueueWorker> => {
  bundle();
  const settings: WorkerSettings = { connection: siteConnection(), leaseSeconds: 60, ...wish };
  const child = fork(file, { env: { ...process.env, QUEUE_WORKER: JSON.stringify(settings) } });
  const asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const begun: string[] = [];
  let tell = (): void => undefined;
  let last = 0;
  const gone = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const worker: QueueWorker = {
    gone,
    ask: (command, value) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        child.send({ id: last, command, value });
      }),
    async begun() {
      while (begun.length === 0) await new Promise<void>((resolve) => (tell = resolve));
      return begun.shift() ?? '';
    },
    signal: (name) => void child.kill(name),
  };
  workers.add(worker);
  void gone.then(() => {
    workers.delete(worker);
    for (const { reject } of asked.values()) reject(new Error('the worker has ended'));
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`the worker ended with ${code}`)));
    child.on('message', (said: Said) => {
      if (said.ready) resolve(worker);
      if (said.begun !== undefined) {
        begun.push(said.begun);
        tell();
      }
      if (said.id === undefined) return;
      const one = asked.get(said.id);
      asked.delete(said.id);
      if (said.error === undefined) one?.resolve(said.result);
      else one?.reject(new Error(said.error));
    });
  });
};
