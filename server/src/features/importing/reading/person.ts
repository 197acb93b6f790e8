import {
  cleanLine,
  contactTextMax,
  fold,
  type ImportField,
  type ImportProblem,
  type ImportedField,
  type Locale,
  type NameOrder,
} from '../../../../../contract';
import { parseAddress } from '../../../kernel/address';
import { splitName } from './names';

/** A person as a contact is kept; null: not there, or told in the problems why not. */
export interface Person {
  readonly lastName: string | null;
  readonly firstName: string | null;
  /** As `parseAddress` gives it. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly directLine: string | null;
  readonly mobile: string | null;
  readonly company: string | null;
  readonly locale: Locale | null;
}

/** `value` is what stood there, its first 100 characters; `field` is null where it is the whole row. */
export interface Problem {
  readonly code: ImportProblem;
  readonly field: ImportedField | null;
  readonly value: string;
}

/** What a row or a card holds, by field, several values in the order of the file. */
export type Values = Partial<Record<Exclude<ImportField, 'phoneKind'>, readonly string[]>>;

const shownChars = 100;
export const problem = (code: ImportProblem, field: ImportedField | null, value: string): Problem => ({
  code,
  field,
  value: value.slice(0, shownChars),
});

type Read = { readonly value: string } | { readonly code: ImportProblem };

/** One line of text within a field's bounds; line breaks and tabs are spaces. */
const readText = (text: string, max: number): Read => {
  const value = cleanLine(text.replace(/\s+/g, ' '));
  if (value.length > max) return { code: 'too-long' };
  if (/\p{Cc}/u.test(value)) return { code: 'control-character' };
  return /[\ufffd\p{Cs}]/u.test(value) ? { code: 'unreadable-text' } : { value };
};

/** What a spreadsheet makes of a number that it takes for one: its digits are lost. */
const rounded = /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
const readPhone = (text: string, max: number): Read =>
  rounded.test(text.trim()) ? { code: 'bad-number' } : readText(text, max);

const readAddress = (text: string): Read => {
  const parsed = parseAddress(text);
  if (parsed.kind === 'address') return { value: parsed.address };
  return { code: parsed.reason === 'too-long' ? 'too-long' : 'bad-address' };
};

const languages: readonly (readonly [Locale, RegExp])[] = [
  ['fr', /^(?:fr|fra|fre|french|francais|francouzstina|francouzsky)$/],
  ['en', /^(?:en|eng|english|anglais|anglictina|anglicky)$/],
  ['cs', /^(?:cs|cz|ces|cze|czech|tcheque|cestina|cesky)$/],
];
const localeOf = (text: string): Locale | null => {
  const [word = ''] = fold(text.slice(0, shownChars)).split(/[^a-z]/);
  return languages.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
};

/** The first value that can be read; why others cannot, and which are left out. */
const firstOf = (
  field: ImportedField,
  values: readonly string[],
  read: (text: string) => Read,
  problems: Problem[]
) => {
  let first: string | null = null;
  for (const text of new Set(values)) {
    const result = read(text);
    if ('code' in result) problems.push(problem(result.code, field, text));
    else if (first === null && result.value !== '') first = result.value;
    else if (result.value !== first && result.value !== '') problems.push(problem('left-out', field, text));
  }
  return first;
};

/** Last and first name, of the whole name where both are missing. A whole name that is the company's or an address is no person's. */
const namesOf = (values: Values, nameOrder: NameOrder): Pick<Values, 'lastName' | 'firstName'> => {
  const { lastName = [], firstName = [], fullName = [], company = [] } = values;
  if (lastName.length > 0 || firstName.length > 0) return { lastName, firstName };
  const whole = fullName.find((name) => !name.includes('@') && !company.includes(name));
  if (whole === undefined) return {};
  const split = splitName(whole, nameOrder);
  return { lastName: [split.lastName], firstName: [split.firstName] };
};

/**
 * The person whom values are of, and all that is wrong with them: a value that cannot be kept is left out and reported, none is changed but in its
 * spaces. Whether telephone numbers are such is not asked: what was typed stays, as in a form.
 */
export const personOf = (values: Values, nameOrder: NameOrder): { person: Person; problems: Problem[] } => {
  const problems: Problem[] = [];
  const names = namesOf(values, nameOrder);
  const text = (field: keyof typeof contactTextMax, texts: readonly string[] = values[field] ?? []) =>
    firstOf(field, texts, (one) => readText(one, contactTextMax[field]), problems);
  const phone = (field: 'phone' | 'directLine' | 'mobile') =>
    firstOf(field, values[field] ?? [], (one) => readPhone(one, contactTextMax[field]), problems);
  const [language = ''] = values.locale ?? [];
  const person: Person = {
    lastName: text('lastName', names.lastName),
    firstName: text('firstName', names.firstName),
    email: firstOf('email', values.email ?? [], readAddress, problems),
    phone: phone('phone'),
    directLine: phone('directLine'),
    mobile: phone('mobile'),
    company: text('company'),
    locale: localeOf(language),
  };
  if (person.lastName === null) problems.push(problem('no-name', 'lastName', values.fullName?.[0] ?? ''));
  if (language !== '' && person.locale === null) problems.push(problem('unknown-locale', 'locale', language));
  return { person, problems };
};
