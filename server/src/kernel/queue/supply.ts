/** Work that was claimed together and is handed out piece by piece. */
interface Batch<T> {
  readonly left: T[];
  /** Whether there was nothing to be claimed. */
  readonly isEmpty: boolean;
  /** Gives back what is left once it has waited too long: others may begin it sooner. */
  readonly timer: NodeJS.Timeout;
  readonly endsAt: number;
}

export interface SupplyOptions<T> {
  /** More work; an empty list where there is none now. */
  readonly claim: () => Promise<readonly T[]>;
  /** How long a piece may wait to be begun: the lease has to outlive what is begun. */
  readonly waitMsMax: number;
  readonly giveBack: (items: readonly T[]) => void;
}

export interface Supply<T> {
  /** The next piece, or null where there is none now. */
  next(): Promise<T | null>;
  /** Gives back what nobody has begun. */
  close(): Promise<void>;
}

/** Work for several lanes: who finds a batch used up claims the next, and the others wait for the same. */
export const createSupply = <T>({ claim, waitMsMax, giveBack }: SupplyOptions<T>): Supply<T> => {
  let current: Promise<Batch<T>> | null = null;

  const giveUp = (left: T[]): void => {
    if (left.length > 0) giveBack(left.splice(0));
  };
  const take = async (): Promise<Batch<T>> => {
    const endsAt = performance.now() + waitMsMax;
    const left = [...(await claim())];
    const timer = setTimeout(() => giveUp(left), endsAt - performance.now());
    timer.unref();
    return { left, isEmpty: left.length === 0, timer, endsAt };
  };
  const forget = (batch: Promise<Batch<T>>): void => {
    if (current === batch) current = null;
  };

  const next = async (): Promise<T | null> => {
    for (;;) {
      const mine = (current ??= take());
      const { left, isEmpty, timer, endsAt } = await mine.catch((error: unknown) => {
        forget(mine);
        throw error;
      });
      // A process that was stopped for a while comes here before its timers do.
      if (performance.now() > endsAt) giveUp(left);
      const item = left.shift();
      if (item !== undefined) return item;
      clearTimeout(timer);
      forget(mine);
      if (isEmpty) return null;
    }
  };

  return {
    next,
    async close() {
      const batch = await current?.catch(() => null);
      current = null;
      if (!batch) return;
      clearTimeout(batch.timer);
      giveUp(batch.left);
    },
  };
};
