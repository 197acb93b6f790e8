import type { ImportState } from '../../../../../contract';
import { GiveUp, onBehalfOf, type Job, type PanelCaller, type Strapi } from '../../../kernel';
import { changeImport, type ImportRecord } from './repository';

/**
 * Does a piece of an import in its owner's name, with the rights that they have by now.
 * @throws `GiveUp` where they may not add contacts any more
 */
export const inOwnersName = <Step, T>(
  strapi: Strapi,
  { askedBy }: Job<unknown, Step>,
  work: (caller: PanelCaller) => Promise<T>
): Promise<T> =>
  onBehalfOf(strapi, askedBy, (caller) => {
    if (!caller.holds('contacts.create')) throw new GiveUp('Whoever asked for it may not import any more');
    return work(caller);
  });

/**
 * Holds an import in the state that a job works in, to the end of the transaction.
 * @throws `GiveUp` where it is in another by now: somebody had a job done again that was given up long before
 */
export const holdState = async (strapi: Strapi, plan: ImportRecord, state: ImportState): Promise<void> => {
  if (!(await changeImport(strapi, plan, [state], { state })))
    throw new GiveUp('The import has gone on without this job');
};
