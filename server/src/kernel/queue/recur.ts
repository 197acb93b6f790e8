import { randomBytes } from 'node:crypto';
import { msFromNow } from '../database-clock';
import { queryOfTable, type Strapi } from '../strapi';
import { transaction } from '../unique';
import { defaultPriority, type JobKind } from './kinds';
import { jobTable } from './table';

/**
 * Sees to it that the one job of a kind that recurs is there and waits, and is due at an instant (milliseconds since 1970) at the
 * latest. Several instances may do it at once.
 */
export const keepRecurring = <Input, Step>(strapi: Strapi, kind: JobKind<Input, Step>, at: number): Promise<void> =>
  transaction(strapi, async () => {
    const table = () => queryOfTable(strapi, jobTable.name);
    await table()
      .insert({
        document_id: randomBytes(12).toString('hex'),
        kind: kind.name,
        unique_key: kind.name,
        priority: kind.priority ?? defaultPriority,
        status: 'queued',
        next_at: at,
        attempts: 0,
        input: '{}',
        asked_again: false,
        created_at: msFromNow(strapi, 0),
      })
      .onConflict('unique_key')
      .merge({ unique_key: kind.name });
    const mine = () => table().where({ unique_key: kind.name });
    await mine()
      .whereNotIn('status', ['queued', 'paused'])
      .update({ status: 'queued', attempts: 0, next_at: at, wanted: null });
    // Its times were changed; one that failed waits for its next attempt.
    await mine().where({ attempts: 0 }).where('next_at', '>', at).update({ next_at: at });
  });
