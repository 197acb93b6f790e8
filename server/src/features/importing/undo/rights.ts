import type { Effect, PanelCaller } from '../../../kernel';
import type { Counts } from '../plan/counts';

/** A right that taking back an import takes and a caller lacks, or null. */
export const missingRight = (counts: Counts | null, caller: PanelCaller): Effect | null => {
  const needed: (Effect | null)[] = [
    counts?.added ? 'deletesContact' : null,
    counts?.merged ? 'changesContact' : null,
    counts?.guestsCreated ? 'deletesGuest' : null,
  ];
  return needed.find((effect) => effect !== null && !caller.may(effect)) ?? null;
};
