import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSuite } from '../scripts/lib/bundle.mjs';
import { root } from '../scripts/lib/paths.mjs';
import { databaseOf } from './lib/database.mjs';
import { startProgram } from './lib/processes.mjs';

export const description =
  'jobs that do nothing, four workers in processes of their own: jobs per second over a bare loop of one UPDATE … RETURNING a job, ≥ 0.5; SQLite and PostgreSQL';

const amount = Number(process.env.BENCH_JOBS ?? 4000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

export const run = async () => {
  const folder = join(root, 'benchmarks/.tmp');
  mkdirSync(folder, { recursive: true });
  await bundleSuite('benchmarks/lib/queue-worker.ts', join(folder, 'queue-worker.cjs'));
  const env = await databaseOf('queue', folder);
  if (env.DATABASE_CLIENT === 'mysql') throw new Error('MariaDB has no UPDATE … RETURNING');
  const start = () => startProgram('../.tmp/queue-worker.cjs', env);
  const first = await start();
  await first.ask('prepare');
  const workers = [first, await start(), await start(), await start()];

  const perSecond = async (command) => {
    await first.ask('fill', { amount });
    const started = performance.now();
    await Promise.all(workers.map((worker) => worker.ask(command)));
    const seconds = (performance.now() - started) / 1000;
    const done = await first.ask('done');
    if (done !== amount) throw new Error(`${command}: ${done} of ${amount} jobs are done`);
    return amount / seconds;
  };
  const measured = { a: [], b: [], unit: 'jobs/s' };
  for (const command of ['workOff', 'bare']) await perSecond(command);
  for (let round = 0; round < rounds; round += 1) {
    measured.a.push(await perSecond('workOff'));
    measured.b.push(await perSecond('bare'));
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(`  ${measured.a.at(-1).toFixed(0)} / ${measured.b.at(-1).toFixed(0)}\n`);
  }
  for (const worker of workers) await worker.kill();
  return { ...measured, target: { atLeast: 0.5 } };
};
