import type { AccessType, ResourceType, Settings, SettingsCaution, SettingsWarning } from '../../../../contract';
import { useTranslate } from '../../kernel/translate';
import { issuesBelow, type Issue } from '../../kernel/form/issues';
import type { Note } from '../../kernel/ui/Notice';
import { asIssues, warningsOf } from './warnings';
import { issueAtField, warningText } from './words';

/** The settings as they are saved, and what the server said of them and of the last try to save others. */
export interface Verdicts {
  saved: Settings;
  warnings: readonly SettingsWarning[];
  cautions: readonly SettingsCaution[];
  issues: readonly Issue[];
}

type EntryOf<L> = L extends 'accessTypes' ? AccessType : ResourceType;

/** What is wrong with the entries of a list: as notes below one, and as issues at the fields of its editor. */
export const useFaults = <L extends 'resourceTypes' | 'accessTypes'>(list: L, verdicts: Verdicts) => {
  const { saved, warnings, issues } = verdicts;
  const translate = useTranslate();
  const closed = (entry: EntryOf<L>) => warningsOf(list, entry, saved, warnings);
  const refused = (index: number) => issuesBelow(issues, `${list}[${index}]`);
  return {
    notesOf: (entry: EntryOf<L>, index: number): Note[] => [
      ...closed(entry).map((one) => ({ tone: 'danger' as const, text: warningText(translate, one, entry) })),
      ...refused(index).map((one) => ({ tone: 'danger' as const, text: issueAtField(translate, one) })),
    ],
    /** Nothing of an entry that is new. */
    issuesOf: (entry: EntryOf<L> | null, index: number | null): Issue[] =>
      entry === null || index === null ? [] : [...asIssues(closed(entry)), ...refused(index)],
  };
};
