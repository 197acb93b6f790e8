import { addressFault, cleanAddress } from '../../../../contract/address';
import { ApiError } from '../apiError';
import type { TextKey } from '../translate';
import { refusedIssues, type Issue } from './issues';

/** A text without the spaces around it; null where nothing is left. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the reader is told of a wrong value in the form of a contact or a guest. */
export const personFault = ({ path, reason }: Issue): TextKey => {
  if (reason === 'required') return 'contacts.fault.required';
  if (path === 'email') return 'contacts.fault.email';
  if (path === 'login') return 'guests.fault.login';
  return reason === 'max' ? 'contacts.fault.tooLong' : 'contacts.fault.wrong';
};

/** What is wrong with a typed address, told at once; whether it is really one is for the server's parser to say. */
export const addressIssues = (typed: string): Issue[] => {
  const fault = typed.trim() === '' ? null : addressFault(cleanAddress(typed));
  if (fault === null) return [];
  return [{ path: 'email', reason: fault, params: {}, message: '', text: `contacts.fault.email.${fault}` }];
};

/** The fields of a person that the server refused. */
export const refusedPerson = (error: unknown): Issue[] =>
  refusedIssues(error).map((issue) =>
    error instanceof ApiError && error.code === 'access_decides'
      ? { ...issue, text: 'contacts.fault.accessDecides' }
      : issue
  );
