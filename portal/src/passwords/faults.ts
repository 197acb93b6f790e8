import type { PasswordFault } from '../../../contract/constants';
import type { Explain } from '../form/useSubmit';
import type { MessageKey } from '../language/translations';

const messages: Readonly<Record<PasswordFault, MessageKey>> = {
  'too-short': 'fault.tooShort',
  'too-long': 'fault.tooLong',
  classes: 'fault.classes',
  common: 'fault.common',
  'own-name': 'fault.ownName',
  unchanged: 'fault.unchanged',
};

/** What is wrong with a new password; the first fault is told, the others once it is gone. */
export const faultMessage = (faults: readonly PasswordFault[]): MessageKey | undefined =>
  faults[0] === undefined ? undefined : messages[faults[0]];

/** A refused new password is told at its field. */
export const atPassword: Explain = (problem) =>
  problem.kind === 'weak-password' ? { password: faultMessage(problem.faults) ?? 'problem.weakPassword' } : null;
