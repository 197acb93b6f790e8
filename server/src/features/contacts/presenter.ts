import type { AccessState, Company as CompanyAnswer, Contact } from '../../../../contract';
import { readableAddress } from '../../kernel';
import type { Company } from './companies';
import type { ContactRow } from './repository';

export const presentCompany = ({ documentId, name }: Company): CompanyAnswer => ({ documentId, name });

const instant = (value: string | number | Date): string => new Date(value).toISOString();

/** A contact as the admin panel sees it; `accessState` is null where the reader may not know it. */
export const presentContact = (contact: ContactRow, accessState: AccessState | null): Contact => ({
  documentId: contact.documentId,
  updatedAt: instant(contact.updatedAt),
  lastName: contact.lastName,
  firstName: contact.firstName,
  email: contact.email && readableAddress(contact.email),
  phone: contact.phone,
  directLine: contact.directLine,
  mobile: contact.mobile,
  locale: contact.locale,
  company: contact.company && presentCompany(contact.company),
  accessState,
});
