import type { AccessState, Company as CompanyAnswer, Contact } from '../../../../contract';
import { readableAddress, shownPhone } from '../../kernel';
import type { Company } from './companies';
import type { ContactRow } from './repository';

export const presentCompany = ({ documentId, name }: Company): CompanyAnswer => ({ documentId, name });

const instant = (value: string | number | Date): string => new Date(value).toISOString();

const shown = (e164: string | null, country: string) => (e164 === null ? null : shownPhone(e164, country));

/** A contact as the admin panel sees it; `accessState` is null where the reader may not know it. `country`: where the numbers are read. */
export const presentContact = (contact: ContactRow, accessState: AccessState | null, country: string): Contact => ({
  documentId: contact.documentId,
  updatedAt: instant(contact.updatedAt),
  lastName: contact.lastName,
  firstName: contact.firstName,
  email: contact.email && readableAddress(contact.email),
  phone: contact.phone,
  directLine: contact.directLine,
  mobile: contact.mobile,
  numbers: {
    phone: shown(contact.phoneNumber, country),
    directLine: shown(contact.directLineNumber, country),
    mobile: shown(contact.mobileNumber, country),
  },
  locale: contact.locale,
  company: contact.company && presentCompany(contact.company),
  accessState,
});
