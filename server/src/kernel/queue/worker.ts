import { insist } from '../timing';
import { isInTransaction, type Strapi } from '../strapi';
import { attempt } from './attempt';
import type { Controls } from './controls';
import { createOutcomes } from './outcomes';
import { startPump, type Pump } from './pump';
import { claimJobs, settleJobs, type JobFinish, type JobRow } from './repository';
import { createSupply } from './supply';

export interface JobOptions {
  /** How long a job is a worker's without a sign of life. */
  readonly leaseSeconds: number;
  /** How many jobs one instance does at a time. */
  readonly lanes: number;
  /** How many it takes at once: short ones share the price of a claim, and those that do not get their turn are given back. */
  readonly claimMax: number;
}

export const jobDefaults: JobOptions = { leaseSeconds: 60, lanes: 4, claimMax: 50 };

/** A database may end a claim because of others who write at the same time. */
const claimTries = 3;
const claimPauseMs = 50;

interface Claimed {
  readonly token: string;
  readonly row: JobRow;
}

/**
 * What works jobs off, with what is claimed and what is to be written down.
 * @param onClaim told that jobs were found: other lanes may take their part
 */
const createWorks = (strapi: Strapi, { leaseSeconds, claimMax }: JobOptions, onClaim: () => void) => {
  const going = new Set<Controls>();
  const outcomes = createOutcomes<JobFinish>(strapi, (claim, finish) => settleJobs(strapi, claim, finish));
  const add = ({ token, row }: Claimed, finish: JobFinish): void =>
    outcomes.add({ token, id: row.id, name: `job ${row.documentId} (${row.kind})`, finish });

  const supply = createSupply<Claimed>({
    claim: async () => {
      const { token, jobs } = await insist(claimTries, claimPauseMs, () => claimJobs(strapi, claimMax, leaseSeconds));
      if (jobs.length > 0) onClaim();
      return jobs.map((row) => ({ token, row }));
    },
    // A job that is begun has two thirds of its lease before it: it is renewed within one.
    waitMsMax: (leaseSeconds * 1000) / 3,
    giveBack: (items) => items.forEach((item) => add(item, { status: 'interrupted', why: 'stop' })),
  });

  const work = async (item: Claimed): Promise<void> => {
    let mine: Controls | undefined;
    const begun = (controls: Controls) => void going.add((mine = controls));
    const finish = await attempt(strapi, { ...item, leaseSeconds, begun });
    if (mine) going.delete(mine);
    if (finish) add(item, finish);
  };

  return {
    /** Does one job after the other until none is due. */
    lane: async (isStopping: () => boolean): Promise<void> => {
      while (!isStopping()) {
        const item = await supply.next();
        if (item === null) return;
        await work(item);
      }
    },
    interrupt: () => going.forEach(({ interrupt }) => interrupt('stop')),
    close: async () => {
      await supply.close();
      await outcomes.close();
    },
  };
};

const pumps = new WeakMap<Strapi, { wake(): void; stop(): Promise<void> }>();

/** Something is due. */
export const wakeJobs = (strapi: Strapi): void => pumps.get(strapi)?.wake();

/** Starts this instance's worker. Called once, at bootstrap. */
export const startJobs = (strapi: Strapi, pollMs: number, options: JobOptions = jobDefaults): void => {
  const works = createWorks(strapi, options, () => pump.wake());
  const pump: Pump = startPump(strapi, {
    name: 'the queue of jobs',
    pollMs,
    roundsMax: options.lanes,
    round: works.lane,
  });
  const stop = async () => {
    works.interrupt();
    await pump.stop();
    await works.close();
  };
  pumps.set(strapi, { wake: pump.wake, stop });
};

/** Interrupts what goes on at its next step, and gives back what has not begun. */
export const stopJobs = async (strapi: Strapi): Promise<void> => {
  await pumps.get(strapi)?.stop();
  pumps.delete(strapi);
};

/**
 * Does what is due, until nothing is: also what falls due by that, such as another attempt. What another worker has claimed may
 * still be going on then.
 */
export const workOffJobs = async (strapi: Strapi, options: JobOptions = jobDefaults): Promise<void> => {
  if (isInTransaction(strapi)) throw new Error('Jobs are not done inside a transaction');
  let hasClaimed = false;
  const works = createWorks(strapi, options, () => (hasClaimed = true));
  const lanes = await Promise.allSettled(Array.from({ length: options.lanes }, () => works.lane(() => false)));
  await works.close();
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  if (hasClaimed) await workOffJobs(strapi, options);
};
