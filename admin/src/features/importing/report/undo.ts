import type { ImportPlan } from '../../../../../contract/importing';
import type { Permission } from '../../../../../contract/routes';

/** Whether an import can be taken back by who may do this: it takes the rights to undo each kind of thing that it did. */
export const mayUndo = (
  { canBeUndone, counts }: Pick<ImportPlan, 'canBeUndone' | 'counts'>,
  may: (permission: Permission) => boolean
): boolean =>
  canBeUndone &&
  counts !== null &&
  (counts.added === 0 || may('contacts.delete')) &&
  (counts.merged === 0 || may('contacts.update')) &&
  (counts.guestsCreated === 0 || may('guests.delete'));
