import type { ImportPlan, ImportState } from '../../../../contract/importing';
import { oneOf } from '../../kernel/list/address';

/** What an editor goes through, in the order in which it stands over the page. */
export const steps = ['source', 'columns', 'check', 'access', 'summary', 'report'] as const;
export type Step = (typeof steps)[number];

/** What a checked import can be looked at by, as the page's address has it: `?step=access`. */
const checkedViews = ['columns', 'check', 'access', 'summary'] as const;

/** What the page shows of an import. `work`: what is done in the background. */
export type View = (typeof checkedViews)[number] | 'work' | 'report' | 'refused';

interface Asked {
  /** Of the address; null where it says nothing. */
  step: string | null;
  /** Whether it was said what the guests get. */
  isGranted: boolean;
}

type Standing = Pick<ImportPlan, 'state' | 'source'> & { counts: { guests: number } | null };

const checkedView = ({ source, counts }: Standing, { step, isGranted }: Asked): View => {
  const asked = oneOf(checkedViews, step) ?? 'check';
  const hasGuests = (counts?.guests ?? 0) > 0;
  // Only a file has columns to choose.
  if (asked === 'columns') return source === 'file' ? 'columns' : 'check';
  if (asked === 'access' && !hasGuests) return 'summary';
  return asked === 'summary' && hasGuests && !isGranted ? 'access' : asked;
};

/** What is shown of an import: it follows from how the import stands, so that a reload, Back and a second tab show the same. */
export const viewOf = (plan: Standing, asked: Asked): View => {
  switch (plan.state) {
    case 'receiving':
      return 'columns';
    case 'checking':
    case 'applying':
    case 'undoing':
      return 'work';
    case 'checked':
      return checkedView(plan, asked);
    case 'applied':
    case 'undone':
      return 'report';
    case 'refused':
      return 'refused';
  }
};

/** The step under which a view stands. */
export const stepOf = (view: View, state: ImportState): Step => {
  if (view === 'work') return state === 'checking' ? 'check' : 'report';
  return view === 'refused' ? 'columns' : view;
};

/** Whether an import is being done something with in the background, so that it will soon stand otherwise. */
export const isMoving = ({ state, job }: Pick<ImportPlan, 'state' | 'job'>): boolean =>
  (state === 'checking' || state === 'applying' || state === 'undoing') &&
  (job === null || job.state === 'waiting' || job.state === 'running' || job.state === 'paused');
