import { cleanAddress } from '../../../contract/address';
import { compareDecimals, decimalOf, decimalsOf, decimalText, type Decimal } from '../../../contract/decimal';
import { bound } from '../api/faults';
import type { Field } from '../api/guestAccess';
import { emailFault } from '../form/useSubmit';
import type { Explanation } from '../language/explain';
import { asDouble, readNumber, writeNumber } from '../language/number';
import { instantsAt } from '../language/wallTime';
import type { RelatedRow } from '../rows/related';
import { isEmptyInput, type FieldInput, type NumberInput, type Reader, type RelationInput } from './fieldInput';

/** What an editor's content becomes in the call, or what is wrong with it. */
export type Reading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Explanation };

const value = (read: unknown): Reading => ({ ok: true, value: read });
const error = (explanation: Explanation): Reading => ({ ok: false, error: explanation });

/** Why a number cannot stand in this field; null where it can. */
const numberFault = ({ limits = {} }: Field, number: Decimal): Explanation | null => {
  const { min = '', max = '', decimals } = limits;
  const [least, most] = [decimalOf(min), decimalOf(max)];
  if (decimals === 0 && decimalsOf(number) > 0) return 'form.notWhole';
  if (least !== null && compareDecimals(number, least) < 0)
    return { key: 'form.tooLittle', values: { limit: bound(min) } };
  if (most !== null && compareDecimals(number, most) > 0) return { key: 'form.tooMuch', values: { limit: bound(max) } };
  if (decimals === undefined) return asDouble(number) === null ? 'form.tooManyDigits' : null;
  return decimalsOf(number) > decimals ? { key: 'form.tooManyDecimals', values: { count: decimals } } : null;
};

/** What a double cannot hold stays a text, as Strapi gives it. */
const sent = (number: Decimal): number | string => asDouble(number) ?? decimalText(number);
const sentWhole = (number: Decimal): number | string => {
  const double = asDouble(number);
  return double !== null && Number.isSafeInteger(double) ? double : decimalText(number);
};

const readNumberInput = (field: Field, { text, locale: typedIn }: NumberInput, { locale }: Reader): Reading => {
  const reading = readNumber(text, typedIn);
  const written = (number: Decimal) => writeNumber(decimalText(number), locale, false) ?? '';
  const isWhole = field.limits?.decimals === 0;
  switch (reading.kind) {
    case 'number': {
      const fault = numberFault(field, reading.decimal);
      return fault === null ? value((isWhole ? sentWhole : sent)(reading.decimal)) : error(fault);
    }
    case 'ambiguous': {
      const values = { text: text.trim(), one: written(reading.one), other: written(reading.other) };
      return error({ key: 'form.ambiguousNumber', values });
    }
    case 'none':
      return error({
        key: 'form.badNumber',
        values: { example: writeNumber(isWhole ? '12345' : '12345.67', locale) ?? '' },
      });
  }
};

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const matches = (text: string, pattern: string): boolean => {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    // One that only the server can read: it is the judge in any case.
    return true;
  }
};

const readText = ({ limits = {} }: Field, text: string): Reading => {
  const { minLength, maxLength, pattern } = limits;
  if (maxLength !== undefined && text.length > maxLength) {
    return error({ key: 'form.tooLong', values: { count: maxLength } });
  }
  if (minLength !== undefined && text.length < minLength) {
    return error({ key: 'form.tooShort', values: { count: minLength } });
  }
  return pattern !== undefined && !matches(text, pattern) ? error('form.otherPattern') : value(text);
};

/** Strapi stores addresses of which the domain is in ASCII. */
const readEmail = (field: Field, typed: string): Reading => {
  const text = cleanAddress(typed);
  if (!emailPattern.test(text)) return error(emailFault(text));
  const [local = '', domain = ''] = text.split('@');
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
  return readText(field, /^[\x21-\x7e]*$/.test(domain) ? text : `${local}@${host}`);
};

const readInstant = (wall: string, timeZone: string): Reading => {
  const [instant] = instantsAt(wall, timeZone);
  if (instant !== undefined) return value(instant.toISOString());
  return error(Number.isNaN(Date.parse(`${wall}Z`)) ? 'form.badDate' : 'form.noSuchTime');
};

const readTyped = (field: Field, typed: string, { timeZone }: Reader): Reading => {
  const text = typed.trim();
  switch (field.kind) {
    case 'boolean':
      return value(text === 'true');
    case 'date':
      return /^\d{4}-/.test(text) ? value(text) : error('form.badYear');
    case 'datetime':
      return /^\d{4}-/.test(text) ? readInstant(text, timeZone) : error('form.badYear');
    case 'time':
      return value(/^\d\d:\d\d$/.test(text) ? `${text}:00.000` : text);
    case 'email':
      return readEmail(field, text);
    case 'longtext':
    case 'richtext':
      return readText(field, typed);
    default:
      return readText(field, text);
  }
};

const idsOf = (rows: readonly RelatedRow[]): string[] => rows.map(({ documentId }) => documentId);

/**
 * Relations go as what was added and what was taken away: rows at the other end that this guest cannot see stay linked.
 * For a relation that holds one row, linking another takes the place of the first.
 */
const relationChange = (before: readonly RelatedRow[], now: readonly RelatedRow[], many: boolean) => {
  const [had, has] = [idsOf(before), idsOf(now)];
  const connect = has.filter((id) => !had.includes(id));
  const gone = had.filter((id) => !has.includes(id));
  const disconnect = !many && connect.length > 0 ? [] : gone;
  return { ...(connect.length > 0 && { connect }), ...(disconnect.length > 0 && { disconnect }) };
};

const unmatchedMessages = {
  none: 'relation.noMatch',
  several: 'relation.manyMatches',
  failed: 'relation.notLooked',
} as const;

/** What is wrong with a relation that holds words which name no row; null where it holds none. */
export const unmatchedFault = ({ typed, unmatched }: RelationInput): Explanation | null => {
  const text = typed.trim();
  return text === '' ? null : { key: unmatchedMessages[unmatched ?? 'failed'], values: { text } };
};

const readRelation = (field: Field, before: FieldInput, now: RelationInput): Reading => {
  const fault = unmatchedFault(now);
  if (fault !== null) return error(fault);
  const had = typeof before === 'object' && before.kind === 'relation' ? before.chosen : [];
  return value(relationChange(had, now.chosen, field.target?.many ?? false));
};

/** Whether a field has to hold something: the schema asks for it, or the rule by which the row is shared. */
export const isRequired = ({ required, needed }: Field): boolean => required || needed === true;

/** Reads one editor. Empty is null; `before` is what it began with. */
export const readInput = (field: Field, before: FieldInput, now: FieldInput, reader: Reader): Reading => {
  if (typeof now === 'boolean') return value(now);
  if (isEmptyInput(now) && isRequired(field)) {
    return error(field.needed === true ? 'form.missingNeeded' : 'form.missingValue');
  }
  if (typeof now === 'object' && now.kind === 'relation') return readRelation(field, before, now);
  if (isEmptyInput(now)) return value(null);
  return typeof now === 'object' ? readNumberInput(field, now, reader) : readTyped(field, now, reader);
};
