import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from '../reason';
import { PLUGIN, type Strapi } from '../strapi';
import { createBell, within } from '../timing';

export interface PumpOptions {
  /** What is worked off, for the log. */
  readonly name: string;
  /** How often it looks without being woken: for what falls due, and for what another instance wrote. */
  readonly pollMs: number;
  /** How many rounds may go on at once. */
  readonly roundsMax: number;
  /** Works until there is nothing to do, or until it is told to stop. */
  readonly round: (isStopping: () => boolean) => Promise<void>;
}

export interface Pump {
  /** There is something to do. */
  wake(): void;
  /** Begins no more, and waits for what has begun, at most ten seconds: what takes longer keeps its lease. */
  stop(): Promise<void>;
}

const stopSecondsMax = 10;

/**
 * Between a ring and its round. The request that rang has answered by then, so that the time of its answer says nothing of
 * what is done: whether there is a guest at an address is found out in the round.
 */
const breathMs = 150;

/**
 * Works something off for as long as the instance lives. Started at boot: what it does is in no request and in no transaction,
 * whoever wakes it. It waits first, since the plugins and features after this one are not there yet. A database that is away
 * for a while is logged once.
 */
export const startPump = (strapi: Strapi, { name, pollMs, roundsMax, round }: PumpOptions): Pump => {
  const bell = createBell();
  const running = new Set<Promise<void>>();
  let stopping = false;
  let isFailing = false;

  const start = (): void => {
    const one = round(() => stopping)
      .then(
        () => {
          if (isFailing) strapi.log.info(`${PLUGIN}: ${name} can be worked off again`);
          isFailing = false;
        },
        (error: unknown) => {
          if (!isFailing) strapi.log.error(`${PLUGIN}: ${name} could not be worked off: ${reasonOf(error)}`);
          isFailing = true;
        }
      )
      .finally(() => running.delete(one));
    running.add(one);
  };
  const run = async (): Promise<void> => {
    for (;;) {
      await bell.wait(pollMs);
      if (stopping) return;
      await pause(breathMs);
      if (running.size >= roundsMax) await Promise.race(running);
      while (running.size < roundsMax && !stopping) start();
    }
  };
  const over = run();

  return {
    wake: () => bell.ring(),
    async stop() {
      stopping = true;
      bell.ring();
      const done = Promise.all(running).then(() => over);
      await within(stopSecondsMax * 1000, done).catch((error: unknown) =>
        strapi.log.warn(`${PLUGIN}: ${name}: something is still going on: ${reasonOf(error)}`)
      );
    },
  };
};
