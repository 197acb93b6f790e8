import { createBell } from '../timing';

/** How long the writing may rest, and how many outcomes may wait for it meanwhile. */
const restMsMax = 200;
const waitingMax = 50;
/** A tenth of the time goes into writing: on a slow disk more outcomes share one commit. */
const restPerWriting = 9;

export interface OutcomeBuffer<T> {
  /** Takes an outcome on, to be written soon. */
  add(outcome: T): void;
  /** Settles when all that was added is written. Nothing may be added afterwards. */
  close(): Promise<void>;
}

/**
 * Outcomes that are written down together with others of the same moment; the first at once.
 * @param write must not reject
 */
export const createOutcomeBuffer = <T>(write: (outcomes: T[]) => Promise<void>): OutcomeBuffer<T> => {
  const bell = createBell();
  let waiting: T[] = [];
  let isClosing = false;
  let writing: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const outcomes = waiting;
      waiting = [];
      const started = performance.now();
      await write(outcomes);
      const restMs = Math.min(restMsMax, restPerWriting * (performance.now() - started));
      if (!isClosing) await bell.wait(restMs);
    }
    writing = null;
  };
  return {
    add(outcome) {
      waiting.push(outcome);
      if (waiting.length >= waitingMax) bell.ring();
      writing ??= run();
    },
    async close() {
      isClosing = true;
      bell.ring();
      await writing;
    },
  };
};
