import { GiveUp, onBehalfOf, type Job, type PanelCaller, type Strapi } from '../../../kernel';

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
