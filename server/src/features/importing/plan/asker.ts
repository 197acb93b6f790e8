import { findPanelUser, GiveUp, type Effect, type PanelCaller, type Strapi } from '../../../kernel';

/**
 * Who an import is done for, as they are while it is done: it may be hours after they asked.
 * @throws `GiveUp` where they are gone, were blocked, or may not do it any more
 */
export const askerOf = async (strapi: Strapi, owner: string, effect: Effect): Promise<PanelCaller> => {
  const caller = await findPanelUser(strapi, owner);
  if (caller?.may(effect)) return caller;
  throw new GiveUp('Whoever asked for it may not do it any more');
};
