/** Where every instant comes from, so that a test can set the time. */
export interface Clock {
  now(): Date;
}

const system: Clock = { now: () => new Date() };
let current = system;

export const now = (): Date => current.now();

/** For tests: another clock, or the system's own again. */
export const setClock = (clock: Clock | null): void => {
  current = clock ?? system;
};

export const minutesFrom = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
