import type { ImportDecision, ImportedField, ImportRow } from '../../../../../contract/importing';
import type { Permission } from '../../../../../contract/routes';

/** What is decided on rows; what is left out stays. */
export interface Choice {
  decision?: ImportDecision;
  isGuest?: boolean;
  taken?: ImportedField[];
}

type Decided = Pick<ImportRow, 'person' | 'match' | 'decision' | 'isGuest' | 'taken'>;

/** Whether a row can become a contact at all. */
export const hasLastName = ({ person }: Pick<ImportRow, 'person'>): boolean => (person?.lastName ?? '') !== '';

/** A row as the server will answer it: without a last name it stays left out, and without a match it is added. */
export const withChoice = <Row extends Decided>(row: Row, choice: Choice): Row => {
  const next = { ...row, ...choice };
  if (!hasLastName(row)) return { ...next, decision: 'skip' };
  return next.decision === 'merge' && row.match === null ? { ...next, decision: 'add' } : next;
};

/** What can be decided on a row by who may do this. */
export const decisionsFor = (row: Decided, may: (permission: Permission) => boolean): ImportDecision[] => {
  if (!hasLastName(row)) return ['skip'];
  const mayMerge = row.match !== null && (may('contacts.update') || row.decision === 'merge');
  return mayMerge ? ['add', 'merge', 'skip'] : ['add', 'skip'];
};
