import { AsyncLocalStorage } from 'node:async_hooks';
import { undone, type Strapi } from '../../../kernel';

const rehearsal = new AsyncLocalStorage<true>();

/** Whether the open transaction is that of a rehearsal: of what is written in it nothing stays. */
export const isRehearsal = (): boolean => rehearsal.getStore() === true;

/** Runs what the self-check writes in a guest's name; all of it is taken back. */
export const rehearse = <T>(strapi: Strapi, work: () => Promise<T>): Promise<T> =>
  undone(strapi, () => rehearsal.run(true, work));
