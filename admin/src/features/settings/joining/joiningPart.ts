import type { AccessType, Joining } from '../../../../../contract';
import type { Loaded } from '../../../kernel/loaded';
import type { Choices } from '../../access';
import type { Verdicts } from '../useFaults';

/** What a section about joining is given. */
export interface JoiningPart {
  joining: Joining;
  accessTypes: readonly AccessType[];
  choices: Loaded<Choices>;
  verdicts: Verdicts;
  /** What is wrong at a place below `joining`. */
  errorAt: (place: string) => string | undefined;
  onChange: (changed: Partial<Joining>) => void;
}
