import { clockOf, msFromNow } from '../database-clock';
import type { Strapi } from '../strapi';
import { transaction } from '../unique';
import { insertJob } from './insert';
import { defaultPriority, type JobKind } from './kinds';
import { onJobs } from './table';
import { wakeJobs } from './worker';

/**
 * Sees to it that the one job of a kind that recurs is there and waits, and is due at an instant (milliseconds since 1970) at the
 * latest. Several instances may do it at once.
 * @param from where it begins when it is done for the first time
 */
export const keepRecurring = <Input, Step>(
  strapi: Strapi,
  { name, priority = defaultPriority }: JobKind<Input, Step>,
  at: number,
  from: Step | null = null
): Promise<void> =>
  transaction(strapi, async () => {
    const step = from === null ? null : JSON.stringify(from);
    const job = { kind: name, unique_key: name, priority, next_at: at, input: '{}', step, asked_by: null };
    const { isNew } = await insertJob(strapi, job);
    if (isNew) return;
    const again = { status: 'queued', attempts: 0, next_at: at, wanted: null };
    await onJobs(strapi, (jobs) =>
      jobs.where({ unique_key: name }).whereNotIn('status', ['queued', 'paused']).update(again)
    );
    // Its times were changed; one that failed waits for its next attempt.
    await onJobs(strapi, (jobs) =>
      jobs.where({ unique_key: name, attempts: 0 }).where('next_at', '>', at).update({ next_at: at })
    );
  });

/**
 * Jobs that recur have something to do: they are due at once, or again after what is going on. One that failed waits for its next
 * attempt all the same.
 */
export const hurryRecurring = async (strapi: Strapi, names: readonly string[]): Promise<void> => {
  await onJobs(strapi, (jobs) =>
    jobs
      .whereIn('unique_key', [...names])
      .where({ status: 'queued' })
      .whereRaw(`(attempts = 0 OR lease_until > ${clockOf(strapi)})`)
      .update({ next_at: msFromNow(strapi, 0) })
  );
  wakeJobs(strapi);
};
