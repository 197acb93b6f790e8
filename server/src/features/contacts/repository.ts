import type { Contact, Locale } from '../../../../contract';
import { documents, parseAddress, rows, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import type { Company } from './companies';
import type { ContactTexts } from './rules';

/** A contact as later features know it. `id` is the row's, for relations and hand-written SQL; `documentId` is Strapi's. */
export interface ContactRow extends ContactTexts {
  id: number;
  documentId: string;
  lastName: string;
  locale: Locale | null;
  updatedAt: Contact['updatedAt'];
  /** Whether the address was set by somebody who may not decide over accesses; null is no. */
  emailUnvouched: boolean | null;
  /** In E.164. */
  phoneNumber: string | null;
  directLineNumber: string | null;
  mobileNumber: string | null;
  company: Company | null;
}

/** The row as Strapi's query engine gives it: the contract's `locale` is the attribute `language`. */
type Row = Omit<ContactRow, 'locale'> & { language: Locale | null };

const select = [
  'id',
  'documentId',
  'lastName',
  'firstName',
  'email',
  'phone',
  'directLine',
  'mobile',
  'language',
  'emailUnvouched',
  'phoneNumber',
  'directLineNumber',
  'mobileNumber',
  'updatedAt',
];
const populate = { company: { select: ['id', 'documentId', 'name'] } };

const toRecord = ({ language, ...row }: Row): ContactRow => ({ ...row, locale: language });

export const findContact = async (strapi: Strapi, documentId: string): Promise<ContactRow | null> => {
  const row = await rows<Row>(strapi, CONTACT).findOne({ select, populate, where: { documentId } });
  return row && toRecord(row);
};

/** The contacts of these documentIds, in no order; ids of nobody are left out. */
export const findContacts = async (strapi: Strapi, documentIds: readonly string[]): Promise<ContactRow[]> => {
  if (documentIds.length === 0) return [];
  const found = await rows<Row>(strapi, CONTACT).findMany({
    select,
    populate,
    where: { documentId: { $in: documentIds } },
  });
  return found.map(toRecord);
};

const isWrittenToAt =
  (key: string) =>
  ({ email }: Row): boolean => {
    const parsed = parseAddress(email);
    return parsed.kind === 'address' && parsed.key === key;
  };

/**
 * Contacts that are written to at this address, at most `max`; `key` is the one of `parseAddress`. The derived column is for
 * searching: it takes letters with accents for those without, and a row that came past Strapi may hold such an address.
 */
export const findContactsByEmailKey = async (strapi: Strapi, key: string, max: number): Promise<ContactRow[]> => {
  const found = await rows<Row>(strapi, CONTACT).findMany({
    select,
    populate,
    where: { emailKey: key },
    orderBy: { id: 'asc' },
  });
  return found.filter(isWrittenToAt(key)).slice(0, max).map(toRecord);
};

/** The same, without those whose address nobody has set who may decide over accesses: nobody is paired with them by it. */
export const findVouchedContacts = async (strapi: Strapi, key: string, max: number): Promise<ContactRow[]> =>
  (await findContactsByEmailKey(strapi, key, Infinity)).filter(({ emailUnvouched }) => !emailUnvouched).slice(0, max);

/** The contacts of these row ids, in the order of the ids; ids of nobody are left out. */
export const findContactsByRow = async (strapi: Strapi, ids: readonly number[]): Promise<ContactRow[]> => {
  if (ids.length === 0) return [];
  const found = await rows<Row>(strapi, CONTACT).findMany({ select, populate, where: { id: { $in: ids } } });
  const byId = new Map(found.map((row) => [row.id, toRecord(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** What is written of a contact. The address is canonical already; the company is a row id. */
export interface ContactWrite extends ContactTexts {
  locale: Locale | null;
  company: number | null;
}

const toData = ({ locale, ...write }: ContactWrite, user: number | null) => ({
  ...write,
  language: locale,
  updatedBy: user,
});

/** Creates a contact by the document service, so that the site's own webhooks and middlewares see it. `user`: of the panel. */
export const insertContact = async (strapi: Strapi, write: ContactWrite, user: number | null): Promise<string> => {
  const { documentId } = await documents(strapi, CONTACT).create({ data: { ...toData(write, user), createdBy: user } });
  return documentId;
};

/** Answers whether the contact was there. */
export const updateContact = async (
  strapi: Strapi,
  documentId: string,
  write: ContactWrite,
  user: number
): Promise<boolean> => (await documents(strapi, CONTACT).update({ documentId, data: toData(write, user) })) !== null;

/** Answers whether the contact was there. `contact.deleted` is emitted on the way, whoever deletes. */
export const deleteContact = async (strapi: Strapi, documentId: string): Promise<boolean> => {
  const { entries } = await documents(strapi, CONTACT).delete({ documentId });
  return entries.length > 0;
};
