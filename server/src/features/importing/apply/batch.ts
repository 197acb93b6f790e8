import type { ImportGuests, ImportResult } from '../../../../../contract';
import { now, sql, tableOf, unlessRefused, type PanelCaller, type Strapi } from '../../../kernel';
import {
  addContacts,
  changeContact,
  findContact,
  findContactsByRow,
  findOrCreateCompanies,
  foldedKey,
  type CompaniesByKey,
  type ContactRow,
} from '../../contacts';
import { CONTACT } from '../../settings';
import { findRow, isDone, noteWritten, setColumns, type RowChange, type RowRecord } from '../plan/rows';
import { makeGuest } from './guests';
import { changedOf, changeOf, contactOf } from './people';

/** What comes of the rows of a step, by their ids: the columns that are written of each. */
type Outcomes = Map<number, RowChange>;

export interface Given {
  readonly guests: ImportGuests | null;
  readonly caller: PanelCaller;
}

/** The addresses of rows that nobody had as they were checked, and somebody has now. */
const appeared = async (strapi: Strapi, rows: readonly RowRecord[]): Promise<ReadonlySet<string>> => {
  const keys = rows.flatMap((row) => (row.match_by !== 'email' && row.email_key !== null ? [row.email_key] : []));
  if (keys.length === 0) return new Set();
  const there = await sql(strapi, async (knex) =>
    knex(tableOf(strapi, CONTACT)).whereIn('email_key', keys).select<{ email_key: string }[]>('email_key')
  );
  return new Set(there.map(({ email_key }) => email_key));
};

/** Whom a row is joined with: the contact that it was matched with, or the one that the row further up became. */
const targetOf = async (strapi: Strapi, row: RowRecord): Promise<ContactRow | null> => {
  if (row.match_contact !== null) return (await findContactsByRow(strapi, [row.match_contact]))[0] ?? null;
  const above = row.match_row === null ? null : await findRow(strapi, row.import_id, row.match_row);
  return isDone(above) ? findContact(strapi, above.contact) : null;
};

/** Joins a row with a contact. */
const merge = async (
  strapi: Strapi,
  row: RowRecord,
  contact: ContactRow,
  companies: CompaniesByKey,
  { caller }: Given
): Promise<RowChange> => {
  const joined = (result: ImportResult): RowChange => ({ result, contact: contact.documentId });
  if (!caller.holds('contacts.update')) return joined('access-decides');
  const change = changeOf(row, contact, companies);
  if (Object.keys(change).length === 0) return joined('unchanged');
  const outcome = await unlessRefused(strapi, () => changeContact(strapi, contact, change, caller.id));
  if ('code' in outcome) return joined('access-decides');
  if (outcome.value === null) return { result: 'gone' };
  const times = { before: contact.updatedAt, after: outcome.value.updatedAt };
  await noteWritten(strapi, row.import_id, contact.documentId, times);
  return { ...joined('merged'), changed: JSON.stringify(changedOf(change, contact, outcome.value)) };
};

/** Adds the people of rows, but those whose address somebody got meanwhile. */
const add = async (
  strapi: Strapi,
  rows: readonly RowRecord[],
  companies: CompaniesByKey,
  { caller }: Given
): Promise<Outcomes> => {
  const taken = await appeared(strapi, rows);
  const isThere = ({ match_by, email_key: key }: RowRecord) => key !== null && match_by !== 'email' && taken.has(key);
  const at = now();
  const added = rows.filter((row) => !isThere(row));
  const contacts = added.map((row) => ({ ...contactOf(row, companies), documentId: row.contact }));
  await addContacts(strapi, contacts, caller.id, at);
  return new Map(
    rows.map((row) => [
      row.id,
      isThere(row) ? { result: 'appeared', written_at: null } : { result: 'added', written_at: at.getTime() },
    ])
  );
};

/** Joins a row with whom it was matched with. Where that is a row further up which became nobody, it is added. */
const join = async (strapi: Strapi, row: RowRecord, companies: CompaniesByKey, given: Given): Promise<RowChange> => {
  const target = await targetOf(strapi, row);
  if (target !== null) return merge(strapi, row, target, companies, given);
  if (row.match_contact !== null) return { result: 'gone' };
  return (await add(strapi, [row], companies, given)).get(row.id) ?? {};
};

/** Notes a company that was made for the rows beside the first that names it. */
const madeBy = (rows: readonly RowRecord[], companies: CompaniesByKey, made: ReadonlySet<string>): Outcomes => {
  const left = new Set(made);
  return new Map(
    rows.flatMap(({ id, company }) => {
      const key = company === null ? '' : foldedKey(company);
      return left.delete(key) ? [[id, { company_made: companies.get(key)?.documentId ?? null }]] : [];
    })
  );
};

const isMerge = ({ decision, match_by }: RowRecord): boolean => decision === 'merge' && match_by !== null;
const left = ({ last_name }: RowRecord): RowChange => ({ result: last_name === null ? 'incomplete' : 'skipped' });

/**
 * Does what was decided on some rows, in the order of the file, and writes down what came of each. Runs in a transaction in which nothing
 * else is imported.
 */
export const applyRows = async (strapi: Strapi, rows: readonly RowRecord[], given: Given): Promise<void> => {
  const wanted = rows.filter(({ decision }) => decision !== 'skip');
  const names = wanted.flatMap(({ company }) => (company === null ? [] : [company]));
  const { companies, made } = await findOrCreateCompanies(strapi, names, now());
  const outcomes = await add(
    strapi,
    wanted.filter((row) => !isMerge(row)),
    companies,
    given
  );
  for (const row of rows) if (row.decision === 'skip') outcomes.set(row.id, left(row));
  await setColumns(strapi, outcomes);
  await setColumns(strapi, madeBy(wanted, companies, made));
  // One by one: the row above may have been joined with the same contact.
  for (const row of wanted.filter(isMerge)) {
    outcomes.set(row.id, await join(strapi, row, companies, given));
    await setColumns(strapi, new Map([[row.id, outcomes.get(row.id) ?? {}]]));
  }
  if (given.guests === null) return;
  for (const row of wanted.filter(({ is_guest: isGuest }) => isGuest)) {
    const isNew = outcomes.get(row.id)?.['result'] === 'added';
    const change = await guestOf(strapi, { row, isNew }, given.guests, given.caller);
    await setColumns(strapi, new Map([[row.id, change]]));
  }
};

/** The guest of a row whose contact is there by now. */
const guestOf = async (
  strapi: Strapi,
  { row, isNew }: { row: RowRecord; isNew: boolean },
  guests: ImportGuests,
  caller: PanelCaller
): Promise<RowChange> => {
  const applied = await findRow(strapi, row.import_id, row.id);
  const contact = isDone(applied) ? await findContact(strapi, applied.contact) : null;
  if (contact === null) return {};
  const { result, guest } = await makeGuest(strapi, row, { contact, isNew }, guests, caller);
  return { guest_result: result, guest };
};
