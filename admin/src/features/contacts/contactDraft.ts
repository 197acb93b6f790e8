import { ValidationError } from 'yup';
import { contactInput, type Contact, type ContactInput, type ContactTextField } from '../../../../contract/contacts';
import type { Locale } from '../../../../contract/locales';
import { ApiError } from '../../kernel/apiError';
import { emailFault } from '../../kernel/emailFault';
import type { TextKey } from '../../kernel/translate';

/** The form of a contact: what stands in its inputs. */
export type ContactDraft = Record<ContactTextField, string> & {
  locale: Locale | null;
  company: { documentId: string | null; name: string };
};
export type ContactField = keyof ContactDraft;
/** For each field that is wrong, what is wrong with it. */
export type ContactFaults = Partial<Record<ContactField, TextKey>>;

export const contactDraftOf = (contact: Contact | null): ContactDraft => ({
  lastName: contact?.lastName ?? '',
  firstName: contact?.firstName ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  directLine: contact?.directLine ?? '',
  mobile: contact?.mobile ?? '',
  locale: contact?.locale ?? null,
  company: { documentId: contact?.company?.documentId ?? null, name: contact?.company?.name ?? '' },
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const companyOf = ({ documentId, name }: ContactDraft['company']): ContactInput['company'] => {
  if (name.trim() === '') return null;
  return documentId === null ? { name: name.trim() } : { documentId };
};

const fields = Object.keys(contactDraftOf(null));
const isField = (name: string): name is ContactField => fields.includes(name);

/** What the person is told of a rule of the schema that does not hold. */
const faultOf = (rule: string | undefined): TextKey => {
  if (rule === 'required' || rule === 'min' || rule === 'optionality') return 'contacts.fault.required';
  return rule === 'max' ? 'contacts.fault.tooLong' : 'contacts.fault.wrong';
};

export type CheckedContact = { kind: 'valid'; input: ContactInput } | { kind: 'faulty'; faults: ContactFaults };

/** Checks the form with the contract's schema. */
export const checkContact = (draft: ContactDraft): CheckedContact => {
  const faults: ContactFaults = {};
  const email = orNull(draft.email);
  const fault = email === null ? null : emailFault(email);
  if (fault !== null) faults.email = fault;
  try {
    const input = contactInput.validateSync(
      {
        lastName: draft.lastName,
        firstName: orNull(draft.firstName),
        email,
        phone: orNull(draft.phone),
        directLine: orNull(draft.directLine),
        mobile: orNull(draft.mobile),
        locale: draft.locale,
        company: companyOf(draft.company),
      },
      { abortEarly: false }
    );
    if (Object.keys(faults).length === 0) return { kind: 'valid', input };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    for (const { path, type } of error.inner) {
      const field = (path ?? '').split('.')[0] ?? '';
      if (isField(field)) faults[field] ??= faultOf(type);
    }
  }
  return { kind: 'faulty', faults };
};

/** The fields that the server refused (`invalid_body`, `access_decides`); empty for any other failure. */
export const faultsOf = (error: unknown): ContactFaults => {
  if (!(error instanceof ApiError) || (error.code !== 'invalid_body' && error.code !== 'access_decides')) return {};
  const decides = error.code === 'access_decides';
  const faults: ContactFaults = {};
  for (const { path } of error.details.errors) {
    const [field = ''] = path;
    if (!isField(field)) continue;
    if (decides) faults[field] = 'contacts.fault.accessDecides';
    else faults[field] = field === 'email' ? 'contacts.fault.email' : 'contacts.fault.wrong';
  }
  return faults;
};
