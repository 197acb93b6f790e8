import { setTimeout as pause } from 'node:timers/promises';
import { configOf, createBell, PLUGIN, reasonOf, within, type Bell, type Strapi } from '../../kernel';
import { deliverDue } from './delivery';

interface Worker {
  bell: Bell;
  isStopping: boolean;
  /** Settles when the last attempt has come to an end. */
  done: Promise<void>;
}

const workers = new WeakMap<Strapi, Worker>();
const stopSecondsMax = 10;

/**
 * Between a ring and its round. The request that rang has answered by then, so that the time of its answer says nothing of
 * what is sent: whether there is a guest at an address is found out in the round.
 */
const breathMs = 150;

const run = async (strapi: Strapi, worker: Worker): Promise<void> => {
  const { pollSeconds } = configOf(strapi).mail;
  // Waits first: at boot the plugins after this one, and the features after this one, are not there yet.
  for (;;) {
    await worker.bell.wait(pollSeconds * 1000);
    if (worker.isStopping) return;
    await pause(breathMs);
    await deliverDue(strapi, () => worker.isStopping).catch((error: unknown) =>
      strapi.log.error(`${PLUGIN}: the outbox could not be worked off: ${reasonOf(error)}`)
    );
  }
};

/**
 * Starts this instance's worker. One loop for the whole life of the instance, started at boot: what it does is in no
 * request and in no transaction, whoever wakes it.
 */
export const startWorker = (strapi: Strapi): void => {
  if (!configOf(strapi).mail.enabled) return;
  const worker: Worker = { bell: createBell(), isStopping: false, done: Promise.resolve() };
  workers.set(strapi, worker);
  worker.done = run(strapi, worker);
};

/** Something new is due. */
export const wake = (strapi: Strapi): void => workers.get(strapi)?.bell.ring();

/**
 * Takes on no more messages and waits for the attempts that have begun, at most ten seconds. An attempt that takes longer
 * keeps its lease: giving it back would have the message sent a second time.
 */
export const stopWorker = async (strapi: Strapi): Promise<void> => {
  const worker = workers.get(strapi);
  if (worker === undefined) return;
  worker.isStopping = true;
  worker.bell.ring();
  await within(stopSecondsMax * 1000, worker.done).catch((error: unknown) =>
    strapi.log.warn(`${PLUGIN}: a mail is still being sent: ${reasonOf(error)}`)
  );
};
