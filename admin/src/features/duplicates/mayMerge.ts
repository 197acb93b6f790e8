import type { Permission } from '../../../../contract/routes';

/** Whether somebody may make one contact of two: one is changed, the other deleted. */
export const mayMerge = (may: (permission: Permission) => boolean): boolean =>
  may('contacts.read') && may('contacts.update') && may('contacts.delete');
