import { setTimeout as pause } from 'node:timers/promises';
import type { InferType, Schema } from 'yup';
import { onBehalfOf, type PanelCaller } from '../effects';
import type { JobKind, Reader } from '../queue';
import type { Strapi } from '../strapi';
import { noOutcomes, tallyReader, withOutcome, type Tally } from './tally';

/** Few enough that nobody waits long for SQLite's one writer, or for the event loop. */
const rowsPerStep = 15;
/** So much longer than a step its pause is: five sixths of the instance's time are left to the site. */
const pausePerStep = 5;
/** But no longer than this for each row: on a database that answers slowly, little of a step is the instance's own time. */
const msPerRow = 34;

const leaveRoom = async (tookMs: number, signal: AbortSignal): Promise<void> => {
  const longest = rowsPerStep * msPerRow - tookMs;
  await pause(Math.max(0, Math.min(tookMs * pausePerStep, longest)), undefined, { signal });
};

interface SelectionJob<Input, Outcome extends Schema> {
  readonly name: string;
  readonly input: Reader<Input>;
  readonly outcome: Outcome;
  /** The rows, by documentId. */
  idsOf(input: Input): readonly string[];
  /**
   * Does some rows in the name of whoever asked for it, in the transaction of a step.
   * @returns what came of each, in their order
   * @throws `GiveUp` where nothing more is to come about: whoever asked has lost the right to it
   */
  serve(strapi: Strapi, caller: PanelCaller, input: Input, ids: readonly string[]): Promise<InferType<Outcome>[]>;
}

/**
 * A job that works off a selection, some rows a step: what a step has done and what came of it are kept together, so that nothing is
 * done twice, whatever dies.
 */
export const selectionJob = <Input, Outcome extends Schema>({
  name,
  input,
  outcome,
  idsOf,
  serve,
}: SelectionJob<Input, Outcome>): JobKind<Input, Tally<InferType<Outcome>>> => ({
  name,
  input,
  step: tallyReader(outcome),
  run: async (strapi, job) => {
    const ids = idsOf(job.input);
    const total = ids.length;
    let tally: Tally<InferType<Outcome>> = job.at ?? noOutcomes;
    while (tally.of.length < total) {
      const begunAt = performance.now();
      let next = tally;
      await job.step(() =>
        onBehalfOf(strapi, job.askedBy, async (caller) => {
          const batch = ids.slice(tally.of.length, tally.of.length + rowsPerStep);
          const outcomes = await serve(strapi, caller, job.input, batch);
          // From the tally of before: a step that the database ended because of a deadlock begins again.
          next = outcomes.reduce(withOutcome, tally);
          return { at: next, done: next.of.length, total };
        })
      );
      tally = next;
      await leaveRoom(performance.now() - begunAt, job.signal);
    }
    return tally;
  },
});
