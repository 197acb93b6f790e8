import type { ImportState, importWishes } from '../../../../contract/importing';
import type { JobState } from '../../../../contract/jobs';

export type Wish = (typeof importWishes)[number];

/** What is done with an import in this state. */
export const workOf = (state: ImportState): 'checking' | 'applying' | 'undoing' =>
  state === 'applying' || state === 'undoing' ? state : 'checking';

/** What can be wanted of the work as it stands. Null: nothing is known of it yet. */
export const wishesFor = (state: JobState | null): Wish[] => {
  switch (state) {
    case 'waiting':
    case 'running':
      return ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'failed':
    case 'cancelled':
      return ['resume'];
    case 'done':
    case null:
      return [];
  }
};
