/** The outcome of `work`, or a rejection once `ms` have passed; the work itself cannot be stopped. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Does a work that may fail once in a while (a busy database), at most `times` times, with a growing pause between. */
export const insist = async <T>(times: number, pauseMs: number, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (times <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return insist(times - 1, pauseMs * 2, work);
  }
};

/** A wait that can be cut short. A ring while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void;
  wait(ms: number): Promise<void>;
}

export const createBell = (): Bell => {
  let rung = false;
  let wakeUp = (): void => undefined;
  return {
    ring() {
      rung = true;
      wakeUp();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          timer.unref();
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
};
