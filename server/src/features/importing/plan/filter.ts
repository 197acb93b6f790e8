import type { ImportRowFilter } from '../../../../../contract';

/** What rows a filter leaves, as a condition of a row. Nothing in it comes from outside. */
export const filterSql: Readonly<Record<ImportRowFilter, string>> = {
  all: '1 = 1',
  problems: 'problems IS NOT NULL',
  incomplete: 'last_name IS NULL',
  email: "match_by = 'email'",
  name: "match_by = 'name'",
  phone: "match_by = 'phone'",
  // Text in single quotation marks and no literal of a boolean: three databases keep those differently.
  guests: 'is_guest',
  skipped: "decision = 'skip'",
  done: "result IN ('added', 'merged', 'unchanged')",
  'not-done': "(result IS NOT NULL AND result NOT IN ('added', 'merged', 'unchanged') OR guest_result <> 'created')",
};
