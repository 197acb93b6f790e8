import { guestActionRights, type Permission } from '../../../../contract';
import { accessDecides, GiveUp, type PanelCaller } from '../../kernel';
import type { BulkInput } from './input';

const missing = (caller: PanelCaller, { action, obtain }: BulkInput): Permission | undefined =>
  [...guestActionRights[action], ...(obtain ? (['keys.issue'] as const) : [])].find(
    (permission) => !caller.holds(permission)
  );

/** @throws 403 `access_decides` */
export const requireAsked = (caller: PanelCaller, input: BulkInput): void => {
  const lacked = missing(caller, input);
  if (lacked !== undefined) throw accessDecides('action', `This takes the right ${lacked}.`);
};

/** The same of whoever asked a while ago, and the right to see what came of it. @throws `GiveUp` */
export const requireStill = (caller: PanelCaller, input: BulkInput): void => {
  if (!caller.may('showsGuest') || missing(caller, input) !== undefined) {
    throw new GiveUp('Whoever asked for it may not do it any more');
  }
};
