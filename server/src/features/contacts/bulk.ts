import { inTransaction, newDocumentId, rows, sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { COMPANY, type Company } from './companies';
import { findContacts, updateContact, type ContactRow, type ContactWrite } from './repository';
import { foldedKey } from './rules';

/*
 * Contacts by the hundred, for an import. They are written by Strapi's query engine and not, as one by one, by the document
 * service: thirty times as quick. The site's lifecycles see them (`beforeCreateMany`), its webhooks and document middlewares do not.
 * Runs in the caller's transaction.
 */

const lookedUpAtOnce = 500;

export type CompaniesByKey = ReadonlyMap<string, Company>;

const findByKeys = async (
  strapi: Strapi,
  keys: readonly string[],
  isLocking: boolean
): Promise<Map<string, Company>> => {
  const found = new Map<string, Company>();
  for (let from = 0; from < keys.length; from += lookedUpAtOnce) {
    const some = keys.slice(from, from + lookedUpAtOnce);
    const companies = await sql(strapi, async (knex) => {
      const query = knex(tableOf(strapi, COMPANY)).whereIn('name_key', some).select<(Company & { nameKey: string })[]>({
        id: 'id',
        documentId: 'document_id',
        name: 'name',
        nameKey: 'name_key',
      });
      return isLocking ? query.forShare() : query;
    });
    for (const { nameKey, ...company } of companies) found.set(nameKey, company);
  }
  return found;
};

/**
 * The companies of these names, by their folded names; those that there are not are made. A name without a letter is none. Of two who make
 * one at the same moment the unique index decides, and both get it.
 * @returns with those that were made here
 */
export const findOrCreateCompanies = async (
  strapi: Strapi,
  names: readonly string[],
  at: Date
): Promise<{ companies: CompaniesByKey; made: ReadonlySet<string> }> => {
  // The first who writes a name says how it is written.
  const named = new Map(names.toReversed().map((name) => [foldedKey(name), name.trim()]));
  named.delete('');
  const keys = [...named.keys()];
  const found = await findByKeys(strapi, keys, false);
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length === 0) return { companies: found, made: new Set() };
  const times = { created_at: at, updated_at: at, published_at: at };
  const ours = new Map(missing.map((key) => [key, newDocumentId()]));
  await sql(strapi, async (knex) =>
    knex(tableOf(strapi, COMPANY))
      .insert([...ours].map(([key, id]) => ({ ...times, document_id: id, name: named.get(key), name_key: key })))
      .onConflict('name_key')
      .ignore()
  );
  const added = await findByKeys(strapi, missing, true);
  const made = [...added].filter(([key, { documentId }]) => ours.get(key) === documentId).map(([key]) => key);
  return { companies: new Map([...found, ...added]), made: new Set(made) };
};

/** A contact to be, by the documentId that it gets. */
export interface ContactToAdd extends ContactWrite {
  readonly documentId: string;
}

/** Adds contacts whose addresses are canonical. @param at what their `createdAt` and `updatedAt` are */
export const addContacts = async (
  strapi: Strapi,
  contacts: readonly ContactToAdd[],
  user: number,
  at: Date
): Promise<void> => {
  if (contacts.length === 0) return;
  const shared = { createdBy: user, updatedBy: user, createdAt: at, updatedAt: at, publishedAt: at };
  await rows(strapi, CONTACT).createMany({
    data: contacts.map(({ locale, ...contact }) => ({ ...contact, language: locale, ...shared })),
  });
};

/** What may be changed of a contact that there is; the company is a row id. */
export type ContactChange = Partial<ContactWrite>;

const writeOf = ({
  company,
  lastName,
  firstName,
  email,
  phone,
  directLine,
  mobile,
  locale,
}: ContactRow): ContactWrite => ({
  ...{ lastName, firstName, email, phone, directLine, mobile, locale },
  company: company?.id ?? null,
});

/**
 * Changes some fields of a contact. Who may is asked of the panel's caller, as with every change.
 * @returns the contact as it is then, or null where there is none
 * @throws 403 `access_decides`
 */
export const changeContact = (
  strapi: Strapi,
  contact: ContactRow,
  change: ContactChange,
  user: number
): Promise<ContactRow | null> =>
  inTransaction(strapi, async () => {
    if (!(await updateContact(strapi, contact.documentId, { ...writeOf(contact), ...change }, user))) return null;
    const [changed] = await findContacts(strapi, [contact.documentId]);
    return changed ?? null;
  });
