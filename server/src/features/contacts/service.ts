import { fold, type ContactInput, type Locale } from '../../../../contract';
import { inTransaction, invalidBody, notFound, now, requireAddress, type Strapi } from '../../kernel';
import { findOrCreateCompanies } from './bulk';
import { findCompany, findCompanyByName, findOrCreateCompany, type Company } from './companies';
import { companyToBe, decideChange } from './deciding';
import {
  deleteContact,
  findContact,
  insertContact,
  updateContact,
  type ContactRow,
  type ContactWrite,
} from './repository';

const canonical = (email: string | null): string | null => (email ? requireAddress(email).address : null);

/** The company that an input names: one that exists, or one of this name, made where there is none. */
const companyOf = async (strapi: Strapi, named: ContactInput['company']): Promise<Company | null> => {
  if (named?.documentId !== undefined) {
    const found = await findCompany(strapi, named.documentId);
    if (!found) throw invalidBody(['company', 'documentId'], 'company.documentId: there is no such company');
    return found;
  }
  if (named?.name === undefined) return null;
  if (fold(named.name) === '') throw invalidBody(['company', 'name'], 'company.name has no letters');
  return findOrCreateCompany(strapi, named.name);
};

/** The row id of the company that an input names, without making one. */
const companyNamed = async (strapi: Strapi, named: ContactInput['company']): Promise<number | null> => {
  if (named?.name === undefined) return (await companyOf(strapi, named))?.id ?? null;
  return (await findCompanyByName(strapi, named.name))?.id ?? companyToBe;
};

const toWrite = async (strapi: Strapi, input: ContactInput): Promise<ContactWrite> => {
  const email = canonical(input.email);
  const company = await companyOf(strapi, input.company);
  return {
    lastName: input.lastName,
    firstName: input.firstName || null,
    email,
    phone: input.phone || null,
    directLine: input.directLine || null,
    mobile: input.mobile || null,
    locale: input.locale ?? null,
    company: company?.id ?? null,
  };
};

/** @throws 404 */
export const getContact = async (strapi: Strapi, contactId: string): Promise<ContactRow> => {
  const contact = await findContact(strapi, contactId);
  if (contact === null) throw notFound();
  return contact;
};

/**
 * Saves a new contact. A company of a new name is made first, on its own: on MySQL a transaction that began before another
 * one made the same company could not see it, and Strapi would refuse the relation.
 */
export const createContact = async (strapi: Strapi, input: ContactInput, user: number): Promise<ContactRow> => {
  const write = await toWrite(strapi, input);
  return inTransaction(strapi, async () => getContact(strapi, await insertContact(strapi, write, user)));
};

/** What is known of somebody who becomes a contact by becoming a guest. The address is canonical. */
interface Newcomer {
  lastName: string;
  firstName: string | null;
  email: string | null;
  mobile: string | null;
  locale: Locale;
  /** Of the company that they belong to, found by its folded name or made. */
  companyName?: string | null;
}

/** A contact for a guest who has none. Runs in the caller's transaction. */
export const addNewcomer = async (
  strapi: Strapi,
  { companyName = null, ...newcomer }: Newcomer
): Promise<ContactRow> => {
  const { companies } = await findOrCreateCompanies(strapi, companyName === null ? [] : [companyName], now());
  const [company = null] = companies.values();
  const write = { ...newcomer, phone: null, directLine: null, company: company?.id ?? null };
  return getContact(strapi, await insertContact(strapi, write, null));
};

/** Makes a contact what the input says; what is left out is emptied. @throws 404; 403 `access_decides` */
export const replaceContact = async (
  strapi: Strapi,
  contactId: string,
  input: ContactInput,
  user: number
): Promise<ContactRow> => {
  await getContact(strapi, contactId);
  // Asked before a company of a new name is made; once more as the row is written.
  const decisive = { email: canonical(input.email), company: await companyNamed(strapi, input.company) };
  await decideChange(strapi, decisive, { documentId: contactId });
  const write = await toWrite(strapi, input);
  return inTransaction(strapi, async () => {
    if (!(await updateContact(strapi, contactId, write, user))) throw notFound();
    return getContact(strapi, contactId);
  });
};

/** Deletes a contact; what hangs on it follows in the same transaction. @throws 404 */
export const removeContact = async (strapi: Strapi, contactId: string): Promise<void> =>
  inTransaction(strapi, async () => {
    if (!(await deleteContact(strapi, contactId))) throw notFound();
  });
