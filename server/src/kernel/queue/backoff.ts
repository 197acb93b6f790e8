/**
 * How long to wait after the `attempts`-th attempt failed, or null when it was the last. Up to a fifth is added, so that what
 * failed together does not come back together.
 * @param delaysSeconds after the first, the second, … failure
 * @param random between 0 and 1
 */
export const backoffMs = (delaysSeconds: readonly number[], attempts: number, random: number): number | null => {
  const seconds = delaysSeconds[attempts - 1];
  return seconds === undefined ? null : Math.round(seconds * 1000 * (1 + random / 5));
};
