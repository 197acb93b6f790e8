import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildBackend, buildPortal } from '../scripts/lib/build.mjs';
import { root } from '../scripts/lib/paths.mjs';
import { timed } from '../scripts/lib/run.mjs';
import { fixedSecrets } from '../scripts/lib/secrets.mjs';
import { databaseOf } from './lib/database.mjs';
import { startProgram } from './lib/processes.mjs';

export const description =
  '10,000 queued messages to a local SMTP server, messages per second over a bare nodemailer loop with one pooled transport: ≥ 0.6; none lost or doubled with two workers, none lost with one killed every two seconds';

const amount = Number(process.env.BENCH_MESSAGES ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const killEverySeconds = 2;
/** How many messages one worker may have sent without having written it down: what a kill can have go out a second time. */
const unwrittenMax = 60;

const say = (text) => process.stdout.write(`  ${text}\n`);

/** Every message once, or the run ends with an error. */
const counted = async (sink, what, { repeatedMax = 0 } = {}) => {
  const { distinct, repeated, lacking } = await sink.ask('count');
  if (distinct !== amount || lacking) throw new Error(`${what}: ${amount - distinct} of ${amount} messages are lost`);
  if (repeated > repeatedMax) throw new Error(`${what}: ${repeated} messages came twice`);
  return repeated;
};

/** Waits until nothing waits that is not claimed, be it by the living or by the dead. */
const untilClaimed = async (worker) => {
  for (;;) {
    const { queued, claimed, ended } = await worker.ask('left');
    if (ended > 0) throw new Error(`${ended} messages were given up`);
    if (queued === claimed) return;
    await wait(100);
  }
};

const speed = async (worker, sink) => {
  const measured = { a: [], b: [], unit: 'messages/s' };
  await worker.ask('bare', { name: 'warm', amount: 500 });
  await sink.ask('count');
  for (let round = 0; round < rounds; round += 1) {
    await worker.ask('fill', { name: `a${round}`, amount });
    measured.a.push(amount / (await worker.ask('deliver')));
    await counted(sink, 'the outbox');
    measured.b.push(amount / (await worker.ask('bare', { name: `b${round}`, amount })));
    await counted(sink, 'the bare loop');
    if (process.env.BENCH_VERBOSE) say(`${measured.a.at(-1).toFixed(0)} / ${measured.b.at(-1).toFixed(0)}`);
  }
  return measured;
};

const together = async (workers, sink) => {
  await workers[0].ask('fill', { name: 'two', amount });
  await Promise.all(workers.map((worker) => worker.ask('work')));
  await untilClaimed(workers[0]);
  await Promise.all(workers.map((worker) => worker.ask('stop')));
  await counted(sink, 'two workers');
  say(`two workers: ${amount} messages, none lost, none doubled`);
};

/** One worker goes on; beside it another is killed every two seconds, and the next one takes its place. */
const underKills = async (steady, start, sink) => {
  const spares = [start(), start(), start()];
  await Promise.all(spares);
  await steady.ask('fill', { name: 'kill', amount });
  await steady.ask('work');
  let isOver = false;
  const over = untilClaimed(steady).then(() => (isOver = true));
  let kills = 0;
  for (; !isOver; kills += 1) {
    const victim = await spares.shift();
    await victim.ask('work');
    await Promise.race([wait(killEverySeconds * 1000), over]);
    await victim.kill();
    spares.push(start());
  }
  await steady.ask('stop');
  await steady.ask('endLeases');
  await steady.ask('deliver');
  const repeated = await counted(sink, 'killed workers', { repeatedMax: kills * unwrittenMax });
  say(
    `${kills} workers killed: ${amount} messages, none lost, ${repeated} came a second time with the same Message-ID`
  );
  for (const spare of spares) await (await spare).kill();
};

export const run = async () => {
  await buildBackend();
  await buildPortal();
  const folder = join(root, 'benchmarks/.tmp');
  mkdirSync(folder, { recursive: true });
  const sink = await startProgram('mail-sink.mjs');
  const env = {
    ...fixedSecrets,
    ...(await databaseOf('outbox', folder)),
    NODE_ENV: 'production',
    SMTP_PORT: String(sink.said.port),
    RATE_LIMITS: 'false',
    MAIL_POLL_SECONDS: '3600',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const start = () => startProgram('outbox-worker.mjs', env);
  const worker = await timed('Starting a site', start);
  const measured = await speed(worker, sink);
  const second = await start();
  await together([worker, second], sink);
  await second.kill();
  await underKills(worker, start, sink);
  await worker.kill();
  await sink.kill();
  return { ...measured, target: { atLeast: 0.6 } };
};
