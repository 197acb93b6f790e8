import { databaseNow, keepRecurring, registerJob, type JobKind } from '../queue';
import type { Strapi } from '../strapi';
import { isMissed, slotAfter, slotBefore, type Slots } from './rules';

/** Something that is done at times: each time once in the whole cluster, by the clock of the database. */
export interface Schedule {
  /** `<feature>.<what>`; stays in the table of jobs. */
  readonly name: string;
  readonly slots: Slots;
  /**
   * What comes of a time at which no instance was there: `catch-up` does it as soon as one is, once for all that were missed;
   * `skip` waits for the next.
   */
  readonly missed: 'catch-up' | 'skip';
  /**
   * Where an instance dies in the middle, it is done again; what takes long asks for a job of its own.
   * @param slot the time that it is for
   */
  run(strapi: Strapi, slot: Date): Promise<unknown>;
}

const kindOf = ({ name, slots, missed, run }: Schedule): JobKind<null, null> => ({
  name: `schedule.${name}`,
  input: () => null,
  step: () => null,
  run: async (strapi, { dueAt, attempt }) => {
    const now = new Date(await databaseNow(strapi));
    // A clock that was put back calls no slot again.
    const slot = slotBefore(slots, now > dueAt ? now : dueAt);
    if (missed === 'skip' && attempt === 1 && isMissed(slot, now)) return;
    await run(strapi, slot);
  },
  nextAt: (after) => slotAfter(slots, after),
});

/** Says what is done at times. Called at register. */
export const registerSchedules = (schedules: readonly Schedule[]): void =>
  schedules.forEach((schedule) => registerJob(kindOf(schedule)));

/**
 * Sees to it that each schedule has its job: one row, which is due at the next slot and, once done, at the one after it. Called
 * at bootstrap by every instance.
 */
export const startSchedules = async (strapi: Strapi, schedules: readonly Schedule[]): Promise<void> => {
  const now = new Date(await databaseNow(strapi));
  for (const schedule of schedules)
    await keepRecurring(strapi, kindOf(schedule), slotAfter(schedule.slots, now).getTime());
};
