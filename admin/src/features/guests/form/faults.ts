import { ValidationError } from 'yup';
import { temporaryPasswordMin } from '../../../../../contract/constants';
import type { ErrorDetails } from '../../../../../contract/readError';
import { ApiError } from '../../../kernel/apiError';
import { emailFault } from '../../../kernel/emailFault';
import type { TextKey } from '../../../kernel/translate';
import { guestTexts, type GuestDraft, type GuestText } from './draft';

/** What is wrong with a field, and the guest who has what was typed, where it is that. */
export interface GuestFault {
  text: TextKey;
  guestId?: string;
}
export type GuestFaults = Partial<Record<GuestText, GuestFault>>;

const isText = (name: string): name is GuestText => guestTexts.some((field) => field === name);

/** What the person is told of a value that breaks a rule of the schema (`rule`) or that the server refused. */
const faultOf = (field: GuestText, rule: string | undefined): TextKey => {
  if (rule === 'required' || rule === 'optionality') return 'contacts.fault.required';
  if (field === 'email') return 'contacts.fault.email';
  if (field === 'login') return 'guests.fault.login';
  if (rule === 'min') return 'contacts.fault.required';
  return rule === 'max' ? 'contacts.fault.tooLong' : 'contacts.fault.wrong';
};

const emailFaults = (typed: string): GuestFaults => {
  const text = emailFault(typed);
  return text === null ? {} : { email: { text } };
};

/** What can be said of the form before it is sent. */
export const plainFaults = (draft: GuestDraft): GuestFaults => ({
  ...(draft.email.trim() === '' ? {} : emailFaults(draft.email)),
  ...(draft.temporaryPassword !== '' && [...draft.temporaryPassword].length < temporaryPasswordMin
    ? { temporaryPassword: { text: 'guests.fault.password.too-short' } }
    : {}),
});

const schemaFaults = ({ inner }: ValidationError): GuestFaults => {
  const faults: GuestFaults = {};
  for (const { path = '', type, value } of inner) {
    // An empty text breaks several rules; that it is missing is the one to tell.
    if (isText(path)) faults[path] ??= { text: faultOf(path, value === '' ? 'required' : type) };
  }
  return faults;
};

const takenBy = (text: TextKey, { guestId }: ErrorDetails): GuestFault =>
  guestId === null ? { text } : { text, guestId };

const passwordFault = ({ faults: [first] }: ErrorDetails): TextKey =>
  first === undefined ? 'errors.weak_password' : `guests.fault.password.${first}`;

const refusedFields = ({ errors }: ErrorDetails, textOf: (field: GuestText) => TextKey): GuestFaults => {
  const faults: GuestFaults = {};
  for (const { path } of errors) {
    const [field = ''] = path;
    if (isText(field)) faults[field] = { text: textOf(field) };
  }
  return faults;
};

/** The fields that were found wrong, by the schema or by the server; empty for any other failure. */
export const faultsOf = (error: unknown): GuestFaults => {
  if (error instanceof ValidationError) return schemaFaults(error);
  if (!(error instanceof ApiError)) return {};
  switch (error.code) {
    case 'invalid_body':
      return refusedFields(error.details, (field) => faultOf(field, undefined));
    case 'access_decides':
      return refusedFields(error.details, (field) =>
        field === 'temporaryPassword' ? 'guests.passwordTakesKeys' : 'contacts.fault.accessDecides'
      );
    case 'address_taken':
      return { email: takenBy('errors.address_taken', error.details) };
    case 'login_taken':
      return { login: takenBy('errors.login_taken', error.details) };
    case 'login_fixed':
      return { login: { text: 'errors.login_fixed' } };
    case 'weak_password':
      return { temporaryPassword: { text: passwordFault(error.details) } };
    default:
      return {};
  }
};
