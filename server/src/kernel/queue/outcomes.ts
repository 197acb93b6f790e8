import { reasonOf } from '../reason';
import { PLUGIN, type Strapi } from '../strapi';
import { insist } from '../timing';
import type { Claim } from './leases';
import { createOutcomeBuffer, type OutcomeBuffer } from './outcome-buffer';

const triesMax = 5;
const pauseMs = 200;

/** What came of one row of a claim. */
export interface Outcome<Finish> {
  readonly token: string;
  readonly id: number;
  /** Of the row, for the log. */
  readonly name: string;
  readonly finish: Finish;
}

/** What is the same for all of them is written in one go. */
const grouped = <Finish>(
  outcomes: readonly Outcome<Finish>[]
): (readonly [Outcome<Finish>, ...Outcome<Finish>[]])[] => {
  const groups = new Map<string, [Outcome<Finish>, ...Outcome<Finish>[]]>();
  for (const outcome of outcomes) {
    const key = `${outcome.token} ${JSON.stringify(outcome.finish)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()];
};

/**
 * Writes outcomes down, those of the same moment together. What cannot be written is done again when its lease ends.
 * @param settle answers how many rows it changed: those of the claim that are still its worker's
 */
export const createOutcomes = <Finish>(
  strapi: Strapi,
  settle: (claim: Claim, finish: Finish) => Promise<number>
): OutcomeBuffer<Outcome<Finish>> =>
  createOutcomeBuffer(async (outcomes) => {
    for (const group of grouped(outcomes)) {
      const [{ token, finish }] = group;
      const ids = group.map(({ id }) => id);
      const names = `${PLUGIN}: ${group.map(({ name }) => name).join(', ')}`;
      await insist(triesMax, pauseMs, () => settle({ token, ids }, finish)).then(
        (changed) => changed < ids.length && strapi.log.warn(`${names}: the lease ended before the attempt did`),
        (error: unknown) => strapi.log.error(`${names}: the outcome could not be written: ${reasonOf(error)}`)
      );
    }
  });
