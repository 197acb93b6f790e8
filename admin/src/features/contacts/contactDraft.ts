import { contactInput, type Contact, type ContactInput, type ContactTextField } from '../../../../contract/contacts';
import type { Locale } from '../../../../contract/locales';
import { check, type Checked } from '../../kernel/form/issues';
import { addressIssues, orNull } from '../../kernel/form/person';

/** The form of a contact: what stands in its inputs. */
export type ContactDraft = Record<ContactTextField, string> & {
  locale: Locale | null;
  company: { documentId: string | null; name: string };
};

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

export const contactFields = Object.keys(contactDraftOf(null));

const companyOf = ({ documentId, name }: ContactDraft['company']): ContactInput['company'] => {
  if (name.trim() === '') return null;
  return documentId === null ? { name: name.trim() } : { documentId };
};

/** Checks the form with the contract's schema. */
export const checkContact = (draft: ContactDraft): Checked<ContactInput> => {
  const input = {
    lastName: draft.lastName,
    firstName: orNull(draft.firstName),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    directLine: orNull(draft.directLine),
    mobile: orNull(draft.mobile),
    locale: draft.locale,
    company: companyOf(draft.company),
  };
  return check(contactInput, input, addressIssues(draft.email));
};
