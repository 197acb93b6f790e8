import type { ImportField, NameOrder } from '../../../../../contract';
import { meaningOf } from './header-words';
import { parseAddress } from '../../../kernel/address';

/** What the columns of a table hold, in their order; null: nothing that is read. An editor may change every word of it. */
export interface Mapping {
  readonly fields: readonly (ImportField | null)[];
  readonly nameOrder: NameOrder;
}

/** Whether most of what a column holds is of a kind. */
const isMostly = (rows: readonly (readonly string[])[], at: number, test: (cell: string) => boolean): boolean => {
  const filled = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(test).length > filled.length / 2;
};

const isAddress = (cell: string): boolean => parseAddress(cell).kind === 'address';
const isDate = (cell: string): boolean => /^(?:\d{4}([./-])\d\d?\1\d\d?|\d\d?([./-])\d\d?\2\d{2,4})$/.test(cell);
const isNumber = (cell: string): boolean =>
  /^[+(\d][\d\s().+/-]{5,24}$/.test(cell) && cell.replace(/\D/g, '').length > 5 && !isDate(cell);
/** In France and in Czechia mobile numbers are known by their first digits. */
const isMobile = (cell: string): boolean =>
  isNumber(cell) && /^(?:(?:33|0033)0?[67]|0[67]|(?:420|00420)?[67]\d{8}$)/.test(cell.replace(/\D/g, ''));
const isText = (cell: string): boolean => /^[\p{L}\p{M}\s.,'’&()-]+$/u.test(cell);
const isUpper = (cell: string): boolean => isText(cell) && cell === cell.toUpperCase();
const isWords = (cell: string): boolean => isText(cell) && /\S\s+\S/.test(cell);

/** Where there is no header: addresses and numbers by their look, then names in the order in which the site lists them, then the company. */
const mapByContent = (rows: readonly (readonly string[])[]): (ImportField | null)[] => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const fields = Array.from({ length: width }, (_none, at): ImportField | null => {
    if (isMostly(rows, at, isAddress)) return 'email';
    if (isMostly(rows, at, isMobile)) return 'mobile';
    return isMostly(rows, at, isNumber) ? 'phone' : null;
  });
  const texts = fields.flatMap((field, at) => (field === null && isMostly(rows, at, isText) ? [at] : []));
  const [one, two, three] = texts;
  if (one === undefined) return fields;
  if (two === undefined) fields[one] = isMostly(rows, one, isWords) ? 'fullName' : 'lastName';
  else {
    const isTwoLast = isMostly(rows, two, isUpper) && !isMostly(rows, one, isUpper);
    [fields[one], fields[two]] = isTwoLast ? ['firstName', 'lastName'] : ['lastName', 'firstName'];
  }
  if (three !== undefined) fields[three] = 'company';
  return fields;
};

const mapByWords = (header: readonly string[]): Mapping => {
  const meanings = header.map(meaningOf);
  const known = new Set(meanings.map((meaning) => meaning?.field));
  const hasFirstName = known.has('firstName') || known.has('jmeno');
  let isLastNameMissing = hasFirstName && !known.has('lastName');
  const fields = meanings.map((meaning): ImportField | null => {
    if (meaning?.field === 'jmeno') return known.has('lastName') && !known.has('firstName') ? 'firstName' : 'fullName';
    if (meaning?.field !== 'name') return meaning?.field ?? null;
    const field = isLastNameMissing ? 'lastName' : 'fullName';
    isLastNameMissing = false;
    return field;
  });
  const orders = meanings.flatMap((meaning) =>
    meaning !== undefined && 'nameOrder' in meaning ? [meaning.nameOrder] : []
  );
  return { fields, nameOrder: orders[0] ?? 'first-last' };
};

/**
 * What the columns hold, by the words of the header, which is null where there is none, and by what stands in the first rows. Several columns may hold
 * the same: the first that is filled counts.
 */
export const mapColumns = (header: readonly string[] | null, rows: readonly (readonly string[])[]): Mapping => {
  const byContent = mapByContent(rows);
  if (header === null) return { fields: byContent, nameOrder: 'first-last' };
  const { fields, nameOrder } = mapByWords(header);
  const hasEmail = fields.includes('email');
  return {
    fields: fields.map((field, at) => {
      if (field === null && !hasEmail && byContent[at] === 'email') return 'email';
      return field === 'phoneKind' && fields[at + 1] !== 'phone' ? null : field;
    }),
    nameOrder,
  };
};
