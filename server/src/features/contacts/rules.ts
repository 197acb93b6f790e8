import { fold, type ContactTextField } from '../../../../contract';
import { asciiDigits, phoneNumberOf, readableAddress, readPhone } from '../../kernel';

const digitsOf = (text: string): string => asciiDigits(text).replace(/[^0-9]/g, '');

/** What people type of a contact, as it is stored. */
export type ContactTexts = Record<ContactTextField, string | null>;

/** What contacts are compared by. */
export interface ComparedKeys {
  lastNameKey: string | null;
  firstNameKey: string | null;
  emailKey: string | null;
  /** The telephone numbers in E.164, where they are such. */
  phoneNumber: string | null;
  directLineNumber: string | null;
  mobileNumber: string | null;
}

export interface ContactKeys extends ComparedKeys {
  searchText: string;
}

/** As many characters as a column holds: some letters grow to a whole phrase as they are folded. */
const keyLengthMax = 255;

/** A folded text that fits into a column. */
export const foldedKey = (text: string): string => fold(text).slice(0, keyLengthMax);

const keyOf = (text: string | null): string | null => (text === null ? null : foldedKey(text) || null);

const nameKeysOf = ({ lastName, firstName, email }: ContactTexts) => ({
  lastNameKey: keyOf(lastName),
  firstNameKey: keyOf(firstName),
  emailKey: keyOf(email),
});

/** What somebody is compared by, who is no contact yet. */
export const comparedKeysOf = (texts: ContactTexts, country: string): ComparedKeys => ({
  ...nameKeysOf(texts),
  phoneNumber: phoneNumberOf(texts.phone, country),
  directLineNumber: phoneNumberOf(texts.directLine, country),
  mobileNumber: phoneNumberOf(texts.mobile, country),
});

/**
 * The columns kept beside the typed ones. `searchText` holds all of them, a line each, and the telephone numbers once more
 * as bare digits: as typed, as the world dials them and as `country` does; no search term holds a line break, so no match crosses from one field into the next.
 */
export const keysOf = (texts: ContactTexts, country: string): ContactKeys => {
  const typed = [texts.phone, texts.directLine, texts.mobile];
  const [phone = null, directLine = null, mobile = null] = typed.map((one) => readPhone(one, country));
  const readable = texts.email === null ? null : readableAddress(texts.email);
  const lines = [
    ...[...Object.values(texts), readable === texts.email ? null : readable].map((text) =>
      text === null ? '' : fold(text)
    ),
    ...typed.map((one) => (one === null ? '' : digitsOf(one))),
    ...[phone, directLine, mobile].flatMap((one) => (one === null ? [] : one.digits)),
  ];
  return {
    ...nameKeysOf(texts),
    phoneNumber: phone && phone.number,
    directLineNumber: directLine && directLine.number,
    mobileNumber: mobile && mobile.number,
    searchText: [...new Set(lines)].filter((line) => line !== '').join('\n'),
  };
};

const termsMax = 6;

/**
 * What a search box's text asks for: every group must be found, a group is found by any of its forms. Words may stand in
 * any order and in different columns ("noa maison"); a telephone number is looked for as typed and as bare digits,
 * without the signs that stand before a country's number (`+`, `00`) and the `(0)` behind it.
 */
export const searchTerms = (typed: string): string[][] => {
  const text = fold(asciiDigits(typed));
  if (text === '') return [];
  const digits = digitsOf(text);
  if (digits.length > 2 && /^[0-9 +()./-]+$/.test(text)) {
    const world = digitsOf(text.replace(/\( ?0 ?\)/g, '')).replace(/^00/, '');
    return [[...new Set([text, digits, ...(/^(\+|00)/.test(text) ? [world] : [])])]];
  }
  const words = text.split(' ');
  const rest = words.slice(termsMax - 1).join(' ');
  return [...words.slice(0, termsMax - 1), rest].filter((word) => word !== '').map((word) => [word]);
};

/** The contact's name as the panel and the mails write it: `NOA Arthur (Maison Premium)`. */
export const fullName = (contact: {
  lastName: string;
  firstName: string | null;
  company: { name: string } | null;
}): string => {
  const name = contact.firstName === null ? contact.lastName : `${contact.lastName} ${contact.firstName}`;
  return contact.company === null ? name : `${name} (${contact.company.name})`;
};
