import type { ImportDecision } from '../../../../../contract';
import { configOf, newDocumentId, sql, type PanelCaller, type Strapi } from '../../../kernel';
import { comparedKeysOf, foldedKey } from '../../contacts';
import { onRows, setColumns } from '../plan/rows';
import type { RowResult } from '../reading';
import { rowTable } from '../tables';
import { matchRows, type Match, type Span } from './matching';

const keyLengthMax = 255;

/** What a row is compared by, in the words of the contacts' own derived columns. */
const comparedBy = (person: RowResult['person'], country: string) => {
  if (person === null) return {};
  const keys = comparedKeysOf(person, country);
  const company = person.company === null ? '' : foldedKey(person.company);
  const name = [keys.lastNameKey, keys.firstNameKey ?? '', company].join('\n');
  return {
    email_key: keys.emailKey,
    last_name_key: keys.lastNameKey,
    first_name_key: keys.firstNameKey,
    company_key: company || null,
    name_key: keys.lastNameKey === null ? null : name.slice(0, keyLengthMax),
    phone_number: keys.phoneNumber,
    direct_line_number: keys.directLineNumber,
    mobile_number: keys.mobileNumber,
  };
};

/** A row as it is kept: nobody without a last name can be added. */
export const toColumns = ({ person, problems }: Omit<RowResult, 'line'>, country: string) => ({
  is_readable: person !== null,
  last_name: person?.lastName ?? null,
  first_name: person?.firstName ?? null,
  email: person?.email ?? null,
  phone: person?.phone ?? null,
  direct_line: person?.directLine ?? null,
  mobile: person?.mobile ?? null,
  company: person?.company ?? null,
  language: person?.locale ?? null,
  problems: problems.length === 0 ? null : JSON.stringify(problems),
  ...comparedBy(person, country),
  decision: person?.lastName ? 'add' : 'skip',
});

/** Who is surely there already is joined with them, or left out where that is not their owner's to do; by a telephone number alone nobody is. */
const proposed = ({ by }: Match, caller: PanelCaller): ImportDecision => {
  if (by === 'phone') return 'add';
  return caller.holds('contacts.update') ? 'merge' : 'skip';
};

const matchColumns = (match: Match | undefined) => ({
  match_by: match?.by ?? null,
  match_contact: match?.contact ?? null,
  match_row: match?.row ?? null,
});

/** Compares rows with who is there, and proposes what becomes of those who are. */
const compare = async (strapi: Strapi, span: Span, caller: PanelCaller): Promise<void> => {
  const matches = await matchRows(strapi, span, caller);
  const changes = [...matches].map(([id, match]) => [id, matchColumns(match)] as const);
  await setColumns(strapi, new Map(changes));
  for (const decision of ['merge', 'skip'] as const) {
    const decided = [...matches].filter(([, match]) => proposed(match, caller) === decision).map(([id]) => id);
    if (decided.length > 0)
      await onRows(strapi, (rows) => rows.whereIn('id', decided).whereNotNull('last_name').update({ decision }));
  }
};

/** Rows without the columns that are empty in all of them: most files have half of what there could be. */
const filled = <Row extends Record<string, unknown>>(rows: readonly Row[]): Partial<Row>[] => {
  const used = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null)));
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => used.has(name))) as Partial<Row>);
};

/** Keeps rows of a file, compared. Runs in the caller's transaction. */
export const stage = async (
  strapi: Strapi,
  importId: number,
  results: readonly RowResult[],
  caller: PanelCaller
): Promise<void> => {
  const country = configOf(strapi).phoneCountry;
  const rows = results.map(({ line, ...result }) => ({
    import_id: importId,
    line,
    ...blank,
    ...toColumns(result, country),
    contact: newDocumentId(),
  }));
  const last = (await maxId(strapi, importId)) ?? 0;
  await sql(strapi, async (knex) => knex(rowTable.name).insert(filled(rows)));
  const to = (await maxId(strapi, importId)) ?? 0;
  await compare(strapi, { importId, from: last + 1, to }, caller);
};

/** The columns that a row that cannot be read leaves empty: all rows of one statement have the same. */
const blank = {
  email_key: null,
  last_name_key: null,
  first_name_key: null,
  company_key: null,
  name_key: null,
  phone_number: null,
  direct_line_number: null,
  mobile_number: null,
};

const maxId = async (strapi: Strapi, importId: number): Promise<number | null> => {
  const [row] = await onRows(strapi, (rows) =>
    rows.where({ import_id: importId }).max<{ id: number | null }[]>({ id: 'id' })
  );
  return row?.id ?? null;
};

/** A row that was corrected, compared anew; what was decided of it follows from that. */
export const restage = async (
  strapi: Strapi,
  importId: number,
  id: number,
  result: Omit<RowResult, 'line'>,
  caller: PanelCaller
): Promise<void> => {
  const unmatched = { ...matchColumns(undefined), taken: null };
  await onRows(strapi, (rows) =>
    rows
      .where({ import_id: importId, id })
      .update({ ...blank, ...toColumns(result, configOf(strapi).phoneCountry), ...unmatched })
  );
  await compare(strapi, { importId, from: id, to: id }, caller);
  const followers = await onRows(strapi, (rows) =>
    rows.where({ import_id: importId, match_row: id }).orderBy('id').limit(followersMax).select<{ id: number }[]>('id')
  );
  for (const { id: follower } of followers) {
    await onRows(strapi, (rows) =>
      rows.where({ id: follower }).update({ ...matchColumns(undefined), decision: 'add' })
    );
    await compare(strapi, { importId, from: follower, to: follower }, caller);
  }
};

/** More rows than these that stood for the same person keep what they were matched with. */
const followersMax = 100;
