import { setTimeout as wait } from 'node:timers/promises';
import { call, openSite } from './lib/site.mjs';
import { startSmtp } from './lib/smtp.mjs';

export const description =
  'median answer of POST …/join while the SMTP server hangs over the same with a quick one, ten at a time: ≤ 1.2';

/** Many short ones: other work on the machine then slows both sides alike. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
const perRound = 100;
const atOnce = 10;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A site on whose joining nothing is in the way, with a mail server of its own. */
const openDoor = async (variant, mailServer) => {
  const data = { kind: 'tasks', tasks: 0, projects: 100, guests: 1, newest: 20 };
  const site = await openSite(data, { variant, env: { SMTP_PORT: String(mailServer.port) } });
  const { settings } = (await site.ofAdmin('GET', '/guest-access/settings')).data;
  await site.ofAdmin('PUT', '/guest-access/settings', { ...settings, joining: { ...settings.joining, mode: 'any' } });
  return site;
};

let people = 0;

/** The median of the milliseconds that an answer takes. Every one must be 202. */
const burst = async (site) => {
  const times = [];
  const lane = async () => {
    for (let asked = 0; asked < perRound / atOnce; asked += 1) {
      const email = `p${process.pid}.${(people += 1)}@burst.example`;
      const started = performance.now();
      await call(`${site.url}/api/guest-access/join`, { method: 'POST', body: { email } });
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return median(times);
};

/** Waits until a mail server has got no message for a while: what one side left behind is not the other's load. */
const quiet = async ({ received }) => {
  for (let before = -1; before !== received(); await wait(500)) before = received();
};

export const run = async () => {
  const [hanging, quick] = [await startSmtp({ hangs: true }), await startSmtp({ hangs: false })];
  const [a, b] = [await openDoor('hanging', hanging), await openDoor('quick', quick)];
  const measured = { a: [], b: [], unit: 'ms' };
  for (const site of [a, b]) await burst(site);
  for (let round = 0; round < rounds; round += 1) {
    const sides = [
      [measured.a, a],
      [measured.b, b],
    ];
    for (const [times, site] of round % 2 === 0 ? sides : sides.reverse()) {
      await quiet(quick);
      times.push(await burst(site));
    }
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(`  ${measured.a.at(-1).toFixed(1)} / ${measured.b.at(-1).toFixed(1)}\n`);
  }
  if (hanging.received() === 0 || quick.received() < perRound) throw new Error('no mail was on its way');
  return { ...measured, target: { atMost: 1.2 } };
};
