import type { Permission } from '../../../../../contract';
import type { PanelCaller } from '../../../kernel';
import type { Counts } from '../plan/counts';

/** A right that taking back an import takes and a caller lacks, or null. */
export const missingRight = (counts: Counts | null, caller: PanelCaller): Permission | null => {
  const needed: (Permission | null)[] = [
    counts?.added ? 'contacts.delete' : null,
    counts?.merged ? 'contacts.update' : null,
    counts?.guestsCreated ? 'guests.delete' : null,
  ];
  return needed.find((right) => right !== null && !caller.holds(right)) ?? null;
};
