import type { AccessType, ResourceType, Settings, SettingsWarning } from '../../../../contract';
import { valueIn, type Issue } from '../../kernel/form/issues';

/** A warning with its place inside the entry that it speaks of. */
export type EntryWarning = SettingsWarning & { place: string };

type Lists = 'resourceTypes' | 'accessTypes';
type EntryOf<L extends Lists> = L extends 'accessTypes' ? AccessType : ResourceType;

/**
 * The warnings of one entry. The server speaks of the settings as they are saved, so an entry that was changed or
 * added since has none: nobody knows yet.
 */
export const warningsOf = <L extends Lists>(
  list: L,
  entry: EntryOf<L>,
  saved: Settings,
  warnings: readonly SettingsWarning[]
): EntryWarning[] => {
  const index = saved[list].findIndex((one) => JSON.stringify(one) === JSON.stringify(entry));
  if (index < 0) return [];
  const prefix = `${list}[${index}]`;
  return warnings
    .filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`))
    .map((warning) => ({ ...warning, place: warning.path.slice(prefix.length + 1) }));
};

/** Warnings as an editor shows them: at their fields, as what the server would refuse of an entry that is new. */
export const asIssues = (warnings: readonly EntryWarning[]): Issue[] =>
  warnings.map(({ place, problem }) => ({ path: place, reason: 'server', params: {}, message: problem }));

/** The value that a warning points at, for its text; empty where it is gone. */
export const valueAt = (entry: AccessType | ResourceType, place: string): string => {
  const value = valueIn(entry, place);
  return typeof value === 'string' ? value : '';
};
