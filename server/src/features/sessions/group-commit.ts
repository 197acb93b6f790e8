import { setImmediate as nextRound } from 'node:timers/promises';
import { inTransaction, type Strapi } from '../../kernel';

interface Job {
  work: () => Promise<void>;
  done: () => void;
  failed: (reason: unknown) => void;
}

const queues = new WeakMap<Strapi, Job[]>();
const working = new WeakSet<Strapi>();

const flush = async (strapi: Strapi, queue: Job[]): Promise<void> => {
  working.add(strapi);
  while (queue.length > 0) {
    // Requests that are on the line already get as far as this before the disk makes everybody wait.
    await nextRound();
    let jobs: Job[] = [];
    try {
      await inTransaction(strapi, async () => {
        // Taken only now: while the transaction waited for its connection, more have come.
        jobs = queue.splice(0);
        for (const { work } of jobs) await work();
      });
      for (const { done } of jobs) done();
    } catch (reason) {
      if (jobs.length === 0) jobs = queue.splice(0);
      for (const { failed } of jobs) failed(reason);
    }
  }
  working.delete(strapi);
};

/**
 * Runs writes that come at the same moment in one transaction: a commit waits for the disk, and a rush of logins then waits
 * a few times, not once for each. All are kept or, where one fails, none, and everyone is told.
 * `work` runs in the context of whichever request came first, so it must not look at the request.
 */
export const groupCommit = (strapi: Strapi, work: () => Promise<void>): Promise<void> =>
  new Promise((done, failed) => {
    const queue = queues.get(strapi) ?? [];
    queues.set(strapi, queue);
    queue.push({ work, done, failed });
    if (!working.has(strapi)) void flush(strapi, queue);
  });
