import type { Strapi } from '../strapi';
import { transaction } from '../unique';
import { insertJob } from './insert';
import { defaultPriority, type JobKind } from './kinds';
import { onJobs } from './table';

/**
 * Sees to it that the one job of a kind that recurs is there and waits, and is due at an instant (milliseconds since 1970) at the
 * latest. Several instances may do it at once.
 */
export const keepRecurring = <Input, Step>(
  strapi: Strapi,
  { name, priority = defaultPriority }: JobKind<Input, Step>,
  at: number
): Promise<void> =>
  transaction(strapi, async () => {
    const job = { kind: name, unique_key: name, priority, next_at: at, input: '{}', asked_by: null };
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
