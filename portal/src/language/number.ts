import type { Locale } from '../../../contract/constants';
import { decimalOf, decimalText, type Decimal } from '../../../contract/decimal';

interface Signs {
  readonly minus: string;
  readonly group: string;
  readonly point: string;
}

const signsByLocale = new Map<Locale, Signs>();
/** How a language writes numbers: `-12 345,6` in French, `-12,345.6` in English. */
const signsOf = (locale: Locale): Signs => {
  const kept = signsByLocale.get(locale);
  if (kept !== undefined) return kept;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5);
  const part = (type: Intl.NumberFormatPartTypes, usual: string) =>
    parts.find((one) => one.type === type)?.value ?? usual;
  const signs = { minus: part('minusSign', '-'), group: part('group', ''), point: part('decimal', '.') };
  signsByLocale.set(locale, signs);
  return signs;
};

/** Years and codes of four digits get no separator. */
const grouped = (whole: string, group: string): string =>
  whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);

/**
 * A number in the language's own writing, with every digit it has: `Intl.NumberFormat` rounds what it is not told to keep.
 * `grouping` sets the thousands apart; without it the text is the one to be edited. Null where the text is no number.
 */
export const writeNumber = (value: number | string, locale: Locale, grouping = true): string | null => {
  const decimal = decimalOf(String(value));
  if (decimal === null) return null;
  const { minus, group, point } = signsOf(locale);
  const [, sign = '', whole = '', fraction, power = ''] =
    /^(-?)(\d+)(?:\.(\d+))?(e.*)?$/.exec(decimalText(decimal)) ?? [];
  const shownWhole = grouping ? grouped(whole, group) : whole;
  return `${sign && minus}${shownWhole}${fraction === undefined ? '' : point + fraction}${power}`;
};

export type NumberReading =
  | { readonly kind: 'number'; readonly decimal: Decimal }
  /** It could be either of the two. */
  | { readonly kind: 'ambiguous'; readonly one: Decimal; readonly other: Decimal }
  | { readonly kind: 'none' };

/** The value of a digit of any script: Unicode has them in rows of ten, each from its zero. */
const digitValue = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
};

const minuses = /^[-\u2010-\u2013\u2212\uFE63\uFF0D]/;
const pluses = /^[+\uFE62\uFF0B]/;

/** Digits of ASCII, one kind of space and apostrophe, nothing invisible; `٫` and `٬` say themselves which separator they are. */
const plain = (typed: string, { point }: Signs): string =>
  typed
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, digitValue)
    .replace(/[’ʼ＇]/g, "'")
    .replace(/\u066B/g, point)
    .replace(/\u066C/g, ' ')
    .replace(/\uFF0C/g, ',')
    .replace(/\uFF0E/g, '.')
    .replace(/\s/g, ' ')
    .trim();

const none: NumberReading = { kind: 'none' };

/**
 * Reads a number as people type it in a language: its own decimal sign; thousands in groups of three, set apart by its own
 * sign, by spaces or by apostrophes, or not at all; digits and minus signs of any script; an exponent (`1,5e-7`).
 * Where the comma is the decimal sign, the point of the number pad counts as one too, unless it could as well set thousands
 * apart: `12.345` is refused as ambiguous, never guessed. Everything else is refused.
 */
export const readNumber = (typed: string, locale: Locale): NumberReading => {
  const signs = signsOf(locale);
  const text = plain(typed, signs);
  const minus = minuses.test(text);
  const unsigned = text.replace(minus ? minuses : pluses, '').trim();
  const isPadPoint = signs.point === ',' && !unsigned.includes(',');
  const own = isPadPoint ? unsigned.replace('.', ',') : unsigned;
  const group = signs.group.trim() === '' ? '' : signs.group;
  const point = signs.point === '.' ? '\\.' : signs.point;
  const number = new RegExp(
    `^(?:(\\d+)|([1-9]\\d{0,2}(?:([ '${group}])\\d{3})(?:\\3\\d{3})*))?(?:${point}(\\d+))?(?:[eE]([+-]?\\d{1,5}))?$`
  );
  const [match, ungrouped, groupedWhole, , fraction = '', power = '0'] = number.exec(own) ?? [];
  const whole = ungrouped ?? groupedWhole?.replace(/\D/g, '') ?? '';
  if (match === undefined || whole + fraction === '') return none;
  const sign = minus ? '-' : '';
  const decimal = decimalOf(`${sign}${whole}.${fraction}e${power}`);
  if (decimal === null) return none;
  const thousands =
    isPadPoint && unsigned.includes('.') && power === '0' && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3
      ? decimalOf(`${sign}${whole}${fraction}`)
      : null;
  return thousands === null || groupedWhole !== undefined
    ? { kind: 'number', decimal }
    : { kind: 'ambiguous', one: thousands, other: decimal };
};

/** What a double makes of a number; null where it would be another number. */
export const asDouble = (decimal: Decimal): number | null => {
  const number = Number(decimalText(decimal));
  const back = Number.isFinite(number) ? decimalOf(String(number)) : null;
  const isSame = back?.digits === decimal.digits && back.exponent === decimal.exponent;
  return isSame ? number : null;
};
