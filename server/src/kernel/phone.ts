import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number as people read it, and as a link that dials it. */
export interface ShownPhone {
  shown: string;
  href: string;
}

/** Where the digits of other scripts begin that people type numbers in: Arabic, Persian, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];
const digitOf = (sign: string): string => {
  const point = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? sign : String(point - zero);
};

/** A text with its digits in ASCII, whatever script they were typed in. */
export const asciiDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitOf);

/** `0033` for `+33`, and without the `(0)` that is dialled at home only. In Italy it is part of the number. */
const dialled = (typed: string): string => {
  const text = asciiDigits(typed)
    .trim()
    .replace(/^\(?(?:00|\+)(\d*)\)?/, '+$1');
  return /^\+(?!\s*39)/.test(text) ? text.replace(/\(\s*0\s*\)/g, ' ') : text;
};

const parse = (text: string, country: string | null) =>
  parsePhoneNumberFromString(text, {
    extract: false,
    ...(country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });

/** A telephone number by what it is found by. */
export interface ReadPhone {
  /** In E.164, `+33622334455`. */
  readonly number: string;
  /** Its digits: as the world dials it, and as its country does. */
  readonly digits: readonly string[];
}

/**
 * A typed telephone number, read in the country whose code is given where it names none itself. Null where it is none: what was typed
 * stays as it is, and is no error.
 */
export const readPhone = (typed: string | null, country: string): ReadPhone | null => {
  const phone = typed === null ? undefined : parse(dialled(typed), country);
  if (phone?.isPossible() !== true) return null;
  return { number: phone.number, digits: [phone.number.slice(1), phone.formatNational().replace(/\D/g, '')] };
};

/** The same in E.164 alone. */
export const phoneNumberOf = (typed: string | null, country: string): string | null => {
  const phone = typed === null ? undefined : parse(dialled(typed), country);
  return phone?.isPossible() === true ? phone.number : null;
};

/** A number in E.164 as it is written in a country: its own in the national form, others with their country. */
export const shownPhone = (e164: string, country: string): ShownPhone | null => {
  const number = parse(e164, null);
  if (number === undefined) return null;
  const isAtHome = number.country === country;
  return { shown: isAtHome ? number.formatNational() : number.formatInternational(), href: number.getURI() };
};

/** Whether telephone numbers of a country are known, by its code in ISO 3166-1. */
export const isPhoneCountry = (country: string): boolean => isSupportedCountry(country);
