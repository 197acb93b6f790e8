import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The normal distribution's upper tail, by Abramowitz and Stegun 26.2.17. */
const upperTail = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
};

/**
 * How likely two lists of times differ as much as they do, or more, if they come from the same thing (the two-sided test of
 * Mann and Whitney, which a few slow answers do not mislead).
 */
export const likelihoodOfSame = (a: readonly number[], b: readonly number[]): number => {
  const all = [...a.map((time) => ({ time, isA: true })), ...b.map((time) => ({ time, isA: false }))];
  all.sort((one, other) => one.time - other.time);
  const rankSum = all.reduce((sum, { isA }, index) => (isA ? sum + index + 1 : sum), 0);
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return 2 * upperTail((u - mean) / deviation);
};

/** Milliseconds by the clock: to be compared, never held against a bound of its own. */
export const msOf = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/**
 * How many times as long as a plain work another takes, done in turn: the shortest of each counts, since what else the machine
 * does only ever makes them longer. Below a tenth of a millisecond all are alike.
 */
export const timesAsLong = async (work: () => unknown, plain: () => unknown, rounds = 3): Promise<number> => {
  let [workMs, plainMs] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    plainMs = Math.min(plainMs, await msOf(plain));
    workMs = Math.min(workMs, await msOf(work));
  }
  return (workMs + 0.1) / (plainMs + 0.1);
};

/** The processor's time that a work of this process takes, in microseconds: others on the machine make it no longer. */
const workOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** As `timesAsLong`, of works that wait for nothing, by the processor's time. */
export const timesTheWork = (work: () => unknown, plain: () => unknown, rounds = 7): number => {
  const shortest = (one: () => unknown) => Math.min(...Array.from({ length: rounds }, () => workOf(one)));
  return (shortest(work) + 100) / (shortest(plain) + 100);
};

/** Times some works, `rounds` of each, in random order, one after the other; milliseconds by name. */
export const timesOf = async <Name extends string>(
  rounds: number,
  works: Record<Name, () => Promise<unknown>>
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names.sort(() => Math.random() - 0.5)) {
      times[name].push(await msOf(works[name]));
    }
  }
  return times;
};

/** What some work answers, and the share of its time for which the event loop was held at a stretch, at the longest. */
export const longestHoldOf = async <T>(work: () => Promise<T>): Promise<{ result: T; share: number }> => {
  const lag = monitorEventLoopDelay({ resolution: 10 });
  const started = performance.now();
  lag.enable();
  const result = await work();
  lag.disable();
  return { result, share: lag.max / 1e6 / (performance.now() - started) };
};
