import { temporaryPasswordMin } from '../../../../../contract/constants';
import { ApiError } from '../../../kernel/apiError';
import type { Issue } from '../../../kernel/form/issues';
import { addressIssues, refusedPerson } from '../../../kernel/form/person';
import type { TextKey } from '../../../kernel/translate';

const issue = (path: string, text: TextKey, params: Issue['params'] = {}): Issue => ({
  path,
  reason: 'server',
  params,
  message: '',
  text,
});

/** What can be said of the form before it is sent, and the contract's schema does not say. */
export const plainIssues = ({ email, temporaryPassword }: { email: string; temporaryPassword: string }): Issue[] => [
  ...addressIssues(email),
  ...(temporaryPassword !== '' && [...temporaryPassword].length < temporaryPasswordMin
    ? [issue('temporaryPassword', 'guests.fault.password.too-short')]
    : []),
];

/** The fields that the server refused, with the guest who has what was typed where it is that; none for any other failure. */
export const refusedGuest = (error: unknown): Issue[] => {
  if (!(error instanceof ApiError)) return [];
  const { guestId, faults } = error.details;
  switch (error.code) {
    case 'access_decides':
      return refusedPerson(error).map((one) =>
        one.path === 'temporaryPassword' ? { ...one, text: 'guests.passwordTakesKeys' } : one
      );
    case 'address_taken':
      return [issue('email', 'errors.address_taken', { guestId })];
    case 'login_taken':
      return [issue('login', 'errors.login_taken', { guestId })];
    case 'login_fixed':
      return [issue('login', 'errors.login_fixed')];
    case 'weak_password':
      return [issue('temporaryPassword', faults[0] ? `guests.fault.password.${faults[0]}` : 'errors.weak_password')];
    default:
      return refusedPerson(error);
  }
};
