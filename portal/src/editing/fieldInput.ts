import type { Locale } from '../../../contract/constants';
import { decimalText } from '../../../contract/decimal';
import type { Field } from '../api/guestAccess';
import { readNumber, writeNumber } from '../language/number';
import { wallTime } from '../language/wallTime';
import { relatedRows, type RelatedRow } from '../rows/related';

/** A number as typed, with the language whose writing it is in: `12,345` is not the same number in all of them. */
export interface NumberInput {
  readonly kind: 'number';
  readonly text: string;
  readonly locale: Locale;
  /** It came with fewer digits than it has where it is kept, so it can be shown and not be changed. */
  readonly rounded: boolean;
}

/** The chosen rows, and what was typed to find another. */
export interface RelationInput {
  readonly kind: 'relation';
  readonly chosen: readonly RelatedRow[];
  readonly typed: string;
  /** Why nothing was chosen by what was typed, where that was looked for: `failed` where there was no answer. */
  readonly unmatched: 'none' | 'several' | 'failed' | null;
}

/** What an editor holds: a text as typed or chosen, a tick, a number, or rows. It can be kept as JSON. */
export type FieldInput = string | boolean | NumberInput | RelationInput;

/** Who reads and types: in which language, by the clocks of which place. */
export interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
}

/** Whether a number lost digits on its way: beyond 2⁵³ where the site's database or JSON makes a double of it. */
const isRounded = ({ limits = {} }: Field, value: string | number): boolean => {
  if (limits.decimals !== 0 || Number.isSafeInteger(Number(value))) return false;
  return typeof value === 'number' || Number(limits.max) <= Number.MAX_SAFE_INTEGER;
};

const instantInput = (instant: string, timeZone: string): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : wallTime(date, timeZone);
};

/**
 * What the editor of a field begins with. A yes or no is a tick where the schema says which of them it is at first, else a
 * choice, so that one that was never answered does not look like a no.
 */
export const inputOf = (field: Field, value: unknown, { locale, timeZone }: Reader): FieldInput => {
  if (field.kind === 'relation') {
    return { kind: 'relation', chosen: relatedRows(field, value), typed: '', unmatched: null };
  }
  if (field.kind === 'boolean') {
    if (typeof value !== 'boolean') return '';
    return typeof field.default === 'boolean' ? value : String(value);
  }
  const given = typeof value === 'string' || typeof value === 'number' ? value : '';
  const text = String(given);
  switch (field.kind) {
    case 'number':
      return {
        kind: 'number',
        text: writeNumber(text, locale, false) ?? text,
        locale,
        rounded: isRounded(field, given),
      };
    case 'datetime':
      return instantInput(text, timeZone);
    case 'date':
      return text.slice(0, 10);
    case 'time':
      return text.slice(0, 5);
    default:
      return text;
  }
};

/** A typed number in the writing of a language, where it can be read; else as it was typed. */
export const numberIn = ({ text, locale: typedIn }: NumberInput, locale: Locale): string => {
  if (typedIn === locale) return text;
  const reading = readNumber(text, typedIn);
  return reading.kind === 'number' ? (writeNumber(decimalText(reading.decimal), locale, false) ?? text) : text;
};

const idsOf = (rows: readonly RelatedRow[]): string => rows.map(({ documentId }) => documentId).join();

export const sameInput = (one: FieldInput, other: FieldInput): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (one.kind === 'number') return other.kind === 'number' && one.text === numberIn(other, one.locale);
  return (
    other.kind === 'relation' && idsOf(one.chosen) === idsOf(other.chosen) && one.typed.trim() === other.typed.trim()
  );
};

export const isEmptyInput = (input: FieldInput): boolean => {
  if (typeof input === 'boolean') return false;
  if (typeof input === 'string') return input.trim() === '';
  return input.kind === 'number' ? input.text.trim() === '' : input.chosen.length === 0 && input.typed.trim() === '';
};
