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

/** Times some works, `rounds` of each, in random order, one after the other; milliseconds by name. */
export const timesOf = async <Name extends string>(
  rounds: number,
  works: Record<Name, () => Promise<unknown>>
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names.sort(() => Math.random() - 0.5)) {
      const started = performance.now();
      await works[name]();
      times[name].push(performance.now() - started);
    }
  }
  return times;
};
