import type { AccessState, Company as CompanyAnswer, Contact } from '../../../../contract';
import { configOf, readableAddress, shownPhone, type PanelCaller, type Strapi } from '../../kernel';
import { accessStateProvider } from './access-state';
import type { Company } from './companies';
import type { ContactRow } from './repository';

export const presentCompany = ({ documentId, name }: Company): CompanyAnswer => ({ documentId, name });

const instant = (value: string | number | Date): string => new Date(value).toISOString();

const shown = (e164: string | null, country: string) => (e164 === null ? null : shownPhone(e164, country));

/** A contact as the admin panel sees it; `accessState` is null where the reader may not know it. `country`: where the numbers are read. */
const toContact = (contact: ContactRow, accessState: AccessState | null, country: string): Contact => ({
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

/** Contacts with the state of their access, where the reader may know it: one query for all of them. */
export const presentContacts = async (
  strapi: Strapi,
  caller: PanelCaller,
  contacts: readonly ContactRow[]
): Promise<Contact[]> => {
  const { phoneCountry } = configOf(strapi);
  const provider = accessStateProvider();
  if (provider === null || contacts.length === 0 || !caller.may('showsAccess')) {
    return contacts.map((contact) => toContact(contact, null, phoneCountry));
  }
  const states = await provider.statesOf(
    strapi,
    contacts.map(({ documentId }) => documentId)
  );
  return contacts.map((contact) => toContact(contact, states.get(contact.documentId) ?? 'none', phoneCountry));
};

export const presentContact = async (strapi: Strapi, caller: PanelCaller, contact: ContactRow): Promise<Contact> => {
  const [answer] = await presentContacts(strapi, caller, [contact]);
  if (answer === undefined) throw new Error('A contact is presented as one');
  return answer;
};
