import type { AccessType, Joining, Settings } from '../../../../contract';
import type { Loaded } from '../../kernel/useData';
import type { Choices } from '../contact-access';
import type { Verdicts } from './useFaults';

export type ChangeSetting = <Field extends keyof Settings>(field: Field, value: Settings[Field]) => void;

/** What a tab of the page is given. */
export interface SettingsTabProps {
  /** The settings as they stand on the page, saved or not. */
  values: Settings;
  change: ChangeSetting;
  verdicts: Verdicts;
}

/** What a section about joining is given. */
export interface JoiningSectionProps {
  joining: Joining;
  accessTypes: readonly AccessType[];
  choices: Loaded<Choices>;
  verdicts: Verdicts;
  /** What is wrong at a place below `joining`. */
  errorAt: (place: string) => string | undefined;
  onChange: (changed: Partial<Joining>) => void;
}
