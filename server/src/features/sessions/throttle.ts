/** So many failures of an account in a quarter of an hour, from anywhere, cost nobody any time. */
const freeFailures = 20;
const firstDelayMs = 250;
const longestDelayMs = 4_000;

/** How long an attempt waits that is the n-th on its account: nobody is ever locked out, but guessing gets slow. */
export const delayOf = (attempts: number): number =>
  attempts <= freeFailures
    ? 0
    : Math.min(longestDelayMs, firstDelayMs * 2 ** Math.floor((attempts - freeFailures - 1) / 10));

/**
 * A room in which a bounded number wait, each for their time. Where it is full, who has waited longest goes on at once: nobody
 * is turned away, so that a crowd cannot keep anybody out.
 */
export const waitingRoom = (seats: number) => {
  const seated = new Set<() => void>();
  return async (ms: number): Promise<void> => {
    if (ms <= 0) return;
    if (seated.size >= seats) [...seated][0]?.();
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        seated.delete(go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      seated.add(go);
    });
  };
};
