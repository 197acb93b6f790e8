import { rows, sql, tableOf, type Strapi, type Where } from '../../kernel';
import { CONTACT } from '../settings';

/*
 * The relation between contact and company is a column of the contact's row. Strapi 5.54 writes such a relation only where
 * it is given whole: `connect` and `disconnect`, which the content manager sends, it refuses on the contact's side, and on
 * the company's side it takes them for "none of them". Here they become what was meant.
 */

type Data = Record<string, unknown>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('id' in value);

/** Row ids of `[{ id }]` or `[id]`, or of one of them alone. */
const idsOf = (value: unknown): number[] =>
  [value].flat().flatMap((one: unknown) => {
    const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : one;
    return id === null || id === undefined ? [] : [Number(id)];
  });

const isChange = (value: unknown): value is Data => isObject(value) && ('connect' in value || 'disconnect' in value);

const wholeOf = (value: unknown): number[] =>
  idsOf(typeof value === 'object' && value !== null && 'set' in value ? value.set : value);

/** The company that settled data of a contact names: its row id, null for none, undefined where it says nothing of it. */
export const companyIn = ({ company }: Data): number | null | undefined =>
  company === undefined ? undefined : (wholeOf(company).at(-1) ?? null);

/** Rewrites `data.company` of a contact to the id of its company, null, or nothing where it stays as it is. */
export const settleCompany = async (strapi: Strapi, data: Data, where?: Where): Promise<void> => {
  const change = data.company;
  if (!isChange(change)) return;
  delete data.company;
  const connected = idsOf(change.connect).at(-1);
  if (connected !== undefined) {
    data.company = connected;
    return;
  }
  const row =
    where &&
    (await rows<{ company: { id: number } | null }>(strapi, CONTACT).findOne({ where, populate: { company: true } }));
  if (row?.company && idsOf(change.disconnect).includes(row.company.id)) data.company = null;
};

/** The contacts that a change of a company adds and takes away. */
export interface ContactsChange {
  connect: number[];
  disconnect: number[];
}

/** What a company's data says of its contacts: which are added and taken away, or which are all of them. */
export const contactsIn = ({ contacts }: Data): ContactsChange | { all: number[] } | null => {
  if (contacts === undefined) return null;
  if (!isChange(contacts)) return { all: wholeOf(contacts) };
  return { connect: idsOf(contacts.connect), disconnect: idsOf(contacts.disconnect) };
};

/** Takes the change of its contacts out of a company's data, for `applyContacts` to make once the company is there. */
export const takeContacts = (data: Data): ContactsChange | null => {
  const change = data.contacts;
  if (!isChange(change)) return null;
  delete data.contacts;
  return { connect: idsOf(change.connect), disconnect: idsOf(change.disconnect) };
};

export const applyContacts = (strapi: Strapi, companyId: number, change: ContactsChange): Promise<void> =>
  sql(strapi, async (knex) => {
    const table = tableOf(strapi, CONTACT);
    await knex(table).whereIn('id', change.disconnect).where({ company_id: companyId }).update({ company_id: null });
    await knex(table).whereIn('id', change.connect).update({ company_id: companyId });
  });
