import { stringify } from 'csv-stringify/sync';
import type { ImportField } from '../../../../contract';
import { headerWords, phoneFieldOf, type PhoneField, type Reading } from '../importing';
import type { GooglePerson } from './people';

/** As Google's own file has it: the reader takes it apart there. */
const between = ' ::: ';

type Texts = readonly (string | null | undefined)[];
const cellOf = (texts: Texts = []): string => texts.filter(Boolean).join(between);

/** Of which kind a number is, by Google's word for it (`workFax`) or by a person's own («Portable»). */
const kindOf = (type: string | null | undefined): PhoneField | null =>
  phoneFieldOf(headerWords((type ?? '').replace(/([a-z])([A-Z])/g, '$1 $2')));

const numbersOf = ({ phoneNumbers = [] }: GooglePerson, kind: PhoneField): Texts =>
  phoneNumbers.filter(({ type }) => kindOf(type) === kind).map(({ value }) => value);

/** What each column holds. The first of several names and organisations is the one that Google shows. */
const columns: readonly (readonly [ImportField, (person: GooglePerson) => string])[] = [
  ['lastName', ({ names }) => cellOf([names?.[0]?.familyName])],
  ['firstName', ({ names }) => cellOf([names?.[0]?.givenName])],
  ['fullName', ({ names }) => cellOf([names?.[0]?.displayName])],
  ['email', ({ emailAddresses }) => cellOf(emailAddresses?.map(({ value }) => value))],
  ['company', ({ organizations }) => cellOf([organizations?.[0]?.name])],
  ['phone', (person) => cellOf(numbersOf(person, 'phone'))],
  ['directLine', (person) => cellOf(numbersOf(person, 'directLine'))],
  ['mobile', (person) => cellOf(numbersOf(person, 'mobile'))],
];

/** How the table is read. */
export const googleReading: Reading = {
  kind: 'csv',
  encoding: 'utf-8',
  separator: ',',
  hasHeader: false,
  mapping: { fields: columns.map(([field]) => field), nameOrder: 'first-last' },
};

/** People as a table, a row for each of whom anything is known: from here on it is a file like any other. */
export const toTable = (people: readonly GooglePerson[]): Buffer => {
  const rows = people
    .map((person) => columns.map(([, value]) => value(person)))
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  return Buffer.from(stringify(rows, { quoted: true, record_delimiter: '\r\n' }));
};
