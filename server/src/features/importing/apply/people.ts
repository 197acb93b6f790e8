import type { ImportedField } from '../../../../../contract';

import type { CompaniesByKey, ContactChange, ContactRow } from '../../contacts';
import { foldedKey } from '../../contacts';
import { storedAs } from '../plan/repository';
import type { RowRecord } from '../plan/rows';

/** A row as a contact is written; the company is a row id. */
export const contactOf = (
  row: RowRecord,
  companies: CompaniesByKey
): Required<ContactChange> & { lastName: string } => ({
  lastName: row.last_name ?? '',
  firstName: row.first_name,
  email: row.email,
  phone: row.phone,
  directLine: row.direct_line,
  mobile: row.mobile,
  locale: row.language,
  company: row.company === null ? null : (companies.get(foldedKey(row.company))?.id ?? null),
});

/**
 * What a row changes of a contact: it fills what is empty, and replaces what an editor took from the file. What differs in nothing but case and
 * accents and was not taken stays as it is.
 */
export const changeOf = (row: RowRecord, contact: ContactRow, companies: CompaniesByKey): ContactChange => {
  const ours = contactOf(row, companies);
  const theirs = { ...contact, company: contact.company?.id ?? null };
  const taken = new Set(storedAs<ImportedField[]>(row.taken) ?? []);
  const fields = Object.keys(ours) as (keyof typeof ours)[];
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const [mine, old] = [ours[field], theirs[field]];
      if (mine === null || mine === old) return [];
      return old === null || taken.has(field) ? [[field, mine]] : [];
    })
  );
};

/** A contact's fields before and after a change: what is compared as it is undone. */
export type Changed = Partial<Record<keyof ContactChange, readonly [before: unknown, after: unknown]>>;

export const changedOf = (change: ContactChange, before: ContactRow, after: ContactRow): Changed => {
  const [old, now] = [before, after].map((contact) => ({ ...contact, company: contact.company?.id ?? null }));
  return Object.fromEntries(
    (Object.keys(change) as (keyof ContactChange)[]).map((field) => [field, [old?.[field], now?.[field]]])
  );
};
