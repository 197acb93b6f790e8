import type { BulkGuestAction, Permission } from '../../../../contract';
import { accessDecides, GiveUp, type PanelCaller } from '../../kernel';
import type { BulkInput } from './input';

/** What an action takes, beside the right to see guests: the same as for one guest. */
const taken: Readonly<Record<BulkGuestAction, readonly Permission[]>> = {
  approve: ['guests.update', 'access.manage'],
  close: ['guests.update'],
  reopen: ['guests.update', 'access.manage'],
  prolong: ['keys.issue'],
  'send-keys': ['keys.send'],
  invite: ['guests.update'],
  give: ['access.manage'],
  take: ['access.manage'],
  delete: ['guests.delete'],
};

const missing = (caller: PanelCaller, { action, obtain }: BulkInput): Permission | undefined =>
  [...taken[action], ...(obtain ? (['keys.issue'] as const) : [])].find((permission) => !caller.holds(permission));

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
