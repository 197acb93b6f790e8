import { sql, tableOf, unlessRefused, type PanelCaller, type Strapi } from '../../../kernel';
import {
  changeContact,
  COMPANY,
  contactsWithGuest,
  findContact,
  removeContact,
  type ContactChange,
  type ContactRow,
} from '../../contacts';
import { CONTACT } from '../../settings';
import { findGuest, removeGuest } from '../../guests';
import type { Changed } from '../apply/people';
import { storedAs } from '../plan/repository';
import { findRow, noteWritten, type RowRecord } from '../plan/rows';

/** The guest that a row made goes, unless they have come in. @returns whether they are gone */
const undoGuest = async (strapi: Strapi, row: RowRecord, caller: PanelCaller): Promise<boolean> => {
  const guest = row.guest_result === 'created' && row.guest !== null ? await findGuest(strapi, row.guest) : null;
  if (guest === null) return true;
  if (guest.lastSeenAt !== null) return false;
  await removeGuest(strapi, guest.documentId, caller.name);
  return true;
};

/** A contact that nobody has changed since, and behind whom no guest stands, goes again. */
const undoAdded = async (strapi: Strapi, row: RowRecord): Promise<boolean> => {
  const contact = await findContact(strapi, row.contact);
  if (contact === null) return true;
  // Read anew: the row below that was joined with it may have been taken back just now.
  const written = (await findRow(strapi, row.import_id, row.id))?.written_at;
  if (Date.parse(contact.updatedAt) !== Number(written)) return false;
  if ((await contactsWithGuest(strapi, [contact.id])).size > 0) return false;
  await removeContact(strapi, contact.documentId);
  return true;
};

/** The fields that still are what the import made them, as they were before. */
const before = (changed: Changed, contact: ContactRow): ContactChange => {
  const now: Record<string, unknown> = { ...contact, company: contact.company?.id ?? null };
  return Object.fromEntries(
    Object.entries(changed).flatMap(([field, [old, made]]) => (now[field] === made ? [[field, old]] : []))
  );
};

/** A contact that was filled is as it was, as far as nobody has changed it since. */
const undoMerged = async (strapi: Strapi, row: RowRecord, caller: PanelCaller): Promise<boolean> => {
  const contact = await findContact(strapi, row.contact);
  const changed = storedAs<Changed>(row.changed);
  if (contact === null || changed === null) return contact === null;
  const change = before(changed, contact);
  if (Object.keys(change).length === 0) return false;
  const outcome = await unlessRefused(strapi, () => changeContact(strapi, contact, change, caller.id));
  if ('code' in outcome || outcome.value === null) return false;
  const times = { before: contact.updatedAt, after: outcome.value.updatedAt };
  await noteWritten(strapi, row.import_id, contact.documentId, times);
  return true;
};

/** A company that was made for a row, and has no contact any more. */
export const undoCompany = (strapi: Strapi, documentId: string): Promise<unknown> =>
  sql(strapi, async (knex) => {
    const [companies, contacts] = [tableOf(strapi, COMPANY), tableOf(strapi, CONTACT)];
    await knex(companies)
      .where({ document_id: documentId })
      .whereNotExists(
        knex(contacts)
          .select('id')
          .whereRaw('?? = ??', [`${contacts}.company_id`, `${companies}.id`])
      )
      .delete();
  });

/** Takes back what came of a row. @returns whether all of it is gone */
export const undoRow = async (strapi: Strapi, row: RowRecord, caller: PanelCaller): Promise<boolean> => {
  if (!(await undoGuest(strapi, row, caller))) return false;
  if (row.result === 'added') return undoAdded(strapi, row);
  if (row.result === 'merged') return undoMerged(strapi, row, caller);
  return true;
};
