import type { Settings } from '../../../../contract';
import type { Verdicts } from './useFaults';

export type ChangeSetting = <Field extends keyof Settings>(field: Field, value: Settings[Field]) => void;

/** What a tab of the page is given. */
export interface SettingsTabProps {
  /** The settings as they stand on the page, saved or not. */
  values: Settings;
  change: ChangeSetting;
  verdicts: Verdicts;
}
