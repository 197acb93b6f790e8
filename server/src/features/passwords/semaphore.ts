interface Bounds {
  /** How many run at once. */
  readonly parallel: number;
  /** How many may wait for their turn. */
  readonly waitingMax: number;
}

/**
 * Lets a few run at once and a few more wait, in the order in which they came. Whoever comes when the room is full is told so
 * at once by `full`, which makes the error they get.
 */
export const createSemaphore = ({ parallel, waitingMax }: Bounds, full: () => Error) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < parallel) running += 1;
    else {
      if (waiting.length >= waitingMax) throw full();
      // Whoever ends hands their place on, so that nobody slips in between.
      await new Promise<void>((go) => waiting.push(go));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
