import type { HeldPerson, ImportedField, ImportPlan, ImportRow } from '../../../../contract';
import type { PanelCaller, Strapi } from '../../kernel';
import { findContactsByRow, type ContactRow } from '../contacts';
import { findJob, toJob } from '../jobs';
import { countsOf, readingOf, storedAs, type ImportRecord } from './plan/repository';
import { isDone, rowsByIds, type RowRecord } from './plan/rows';
import type { Problem } from './reading';
import { missingRight } from './undo/rights';
import { hasComeIn } from './undo/seen';

const isoOf = (at: number | string): string => new Date(Number(at)).toISOString();

/** What was applied, whole or until it was stopped. */
const isApplied = ({ state }: ImportRecord, job: ImportPlan['job']): boolean =>
  state === 'applied' || (state === 'applying' && job !== null && ['failed', 'cancelled'].includes(job.state));

const canBeUndone = async (
  strapi: Strapi,
  record: ImportRecord,
  job: ImportPlan['job'],
  caller: PanelCaller
): Promise<boolean> =>
  isApplied(record, job) && missingRight(countsOf(record), caller) === null && !(await hasComeIn(strapi, record.id));

const jobOf = async (strapi: Strapi, { job }: ImportRecord): Promise<ImportPlan['job']> => {
  const row = job === null ? null : await findJob(strapi, job);
  if (row === null) return null;
  const { state, done, total, lastError } = toJob(row);
  return { state, done, total, lastError };
};

/** An import as its owner sees it. */
export const presentImport = async (strapi: Strapi, record: ImportRecord, caller: PanelCaller): Promise<ImportPlan> => {
  const reading = readingOf(record);
  const mapping = reading?.kind === 'csv' ? reading.mapping : null;
  const job = await jobOf(strapi, record);
  return {
    documentId: record.document_id,
    source: record.source,
    fileName: record.file_name,
    state: record.state,
    refusal: record.refusal,
    received: record.received,
    size: record.size,
    format: reading && formatOf(reading),
    mapping: mapping && { ...mapping, fields: [...mapping.fields] },
    counts: countsOf(record),
    job,
    canBeUndone: await canBeUndone(strapi, record, job, caller),
    createdAt: isoOf(record.created_at),
    appliedAt: record.applied_at === null ? null : isoOf(record.applied_at),
  };
};

const formatOf = (reading: NonNullable<ReturnType<typeof readingOf>>): ImportPlan['format'] => {
  if (reading.kind === 'vcard') return { kind: 'vcard', encoding: reading.encoding };
  const { kind, encoding, separator, hasHeader } = reading;
  return { kind, encoding, separator, hasHeader };
};

export const personOfRow = (row: RowRecord): HeldPerson | null =>
  row.is_readable
    ? {
        lastName: row.last_name,
        firstName: row.first_name,
        email: row.email,
        phone: row.phone,
        directLine: row.direct_line,
        mobile: row.mobile,
        company: row.company,
        locale: row.language,
      }
    : null;

export const problemsOf = ({ problems }: RowRecord): Problem[] => storedAs<Problem[]>(problems) ?? [];

const heldBy = (contact: ContactRow): HeldPerson => {
  const { lastName, firstName, email, phone, directLine, mobile, locale, company } = contact;
  return { lastName, firstName, email, phone, directLine, mobile, locale, company: company?.name ?? null };
};

/** Rows with whom they were matched. Contacts are shown to those who may see them. */
export const presentRows = async (
  strapi: Strapi,
  rows: readonly RowRecord[],
  caller: PanelCaller
): Promise<ImportRow[]> => {
  const ids = caller.may('showsContact') ? rows.flatMap(({ match_contact: id }) => id ?? []) : [];
  const contacts = new Map((await findContactsByRow(strapi, ids)).map((contact) => [contact.id, contact]));
  const above = await rowsByIds(
    strapi,
    rows.flatMap(({ match_row: id }) => id ?? [])
  );
  const matchOf = ({ match_by: by, match_row, match_contact }: RowRecord): ImportRow['match'] => {
    if (by === null) return null;
    const [row, contact] = [above.get(match_row ?? 0), contacts.get(match_contact ?? 0)];
    const person = row ? personOfRow(row) : contact ? heldBy(contact) : null;
    return { by, line: row?.line ?? null, contactId: contact?.documentId ?? null, person };
  };
  return rows.map((row) => ({
    rowId: row.id,
    line: row.line,
    person: personOfRow(row),
    problems: problemsOf(row),
    decision: row.decision,
    isGuest: Boolean(row.is_guest),
    taken: storedAs<ImportedField[]>(row.taken) ?? [],
    match: matchOf(row),
    result: row.result,
    guestResult: row.guest_result,
    undoResult: row.undo_result,
    contactId: isDone(row) ? row.contact : null,
    guestId: row.guest,
  }));
};
