import { configOf, startPump, type Pump, type Strapi } from '../../kernel';
import { deliverDue } from './delivery';

const pumps = new WeakMap<Strapi, Pump>();

/** Starts this instance's worker, which makes one round after the other. */
export const startWorker = (strapi: Strapi): void => {
  const { enabled, pollSeconds } = configOf(strapi).mail;
  if (!enabled) return;
  const round = (isStopping: () => boolean) => deliverDue(strapi, isStopping);
  pumps.set(strapi, startPump(strapi, { name: 'the outbox', pollMs: pollSeconds * 1000, roundsMax: 1, round }));
};

/** Something new is due. */
export const wake = (strapi: Strapi): void => pumps.get(strapi)?.wake();

/**
 * Takes on no more messages and waits for the attempts that have begun. One that takes too long keeps its lease: giving it back
 * would have the message sent a second time.
 */
export const stopWorker = async (strapi: Strapi): Promise<void> => pumps.get(strapi)?.stop();
