import { cleanAddress } from '../../../contract/address';
import type { Field } from '../api/guestAccess';
import { emailFault } from '../form/useSubmit';
import type { MessageKey } from '../language/translations';
import { relatedRows, type RelatedRow } from '../rows/related';

/** What an editor holds: a text as typed, a tick, or the chosen rows. */
export type FieldInput = string | boolean | readonly RelatedRow[];

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** An instant as `<input type="datetime-local">` takes it, in the reader's time zone, to the minute. */
const localDateTime = (instant: string): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const day = [String(date.getFullYear()).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${day.join('-')}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};

/** What the editor of a field begins with. */
export const inputOf = (field: Field, value: unknown): FieldInput => {
  if (field.kind === 'relation') return relatedRows(field, value);
  if (field.kind === 'boolean') return value === true;
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  switch (field.kind) {
    case 'datetime':
      return localDateTime(text);
    case 'date':
      return text.slice(0, 10);
    case 'time':
      return text.slice(0, 5);
    default:
      return text;
  }
};

const idsOf = (rows: readonly RelatedRow[]): string[] => rows.map(({ documentId }) => documentId);

export const sameInput = (one: FieldInput, other: FieldInput): boolean =>
  typeof one === 'object' && typeof other === 'object' ? idsOf(one).join() === idsOf(other).join() : one === other;

/** Numbers as people write them: `1 234,5` and `1234.5`. What a double cannot hold stays a string, as Strapi gives it. */
const numberOf = (text: string): number | string | null => {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const number = Number(plain);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? plain : number;
};

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What an editor's content becomes in the call, or what is wrong with it. */
export type Reading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: MessageKey };

const value = (read: unknown): Reading => ({ ok: true, value: read });
const error = (key: MessageKey): Reading => ({ ok: false, error: key });

/** Strapi stores addresses of which the domain is in ASCII. */
const readEmail = (typed: string): Reading => {
  const text = cleanAddress(typed);
  if (!emailPattern.test(text)) return error(emailFault(text));
  const [local = '', domain = ''] = text.split('@');
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
  return value(/^[\x21-\x7e]*$/.test(domain) ? text : `${local}@${host}`);
};

const readText = ({ kind }: Field, typed: string): Reading => {
  const text = typed.trim();
  switch (kind) {
    case 'number': {
      const number = numberOf(text);
      return number === null ? error('form.badNumber') : value(number);
    }
    case 'email':
      return readEmail(text);
    case 'datetime': {
      const date = new Date(text);
      return Number.isNaN(date.getTime()) ? error('form.badDate') : value(date.toISOString());
    }
    case 'time':
      return value(/^\d\d:\d\d$/.test(text) ? `${text}:00.000` : text);
    case 'longtext':
    case 'richtext':
      return value(typed);
    default:
      return value(text);
  }
};

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

/** Reads one editor. Empty is null; `before` is what it began with. */
export const readInput = (field: Field, before: FieldInput, now: FieldInput): Reading => {
  if (typeof now === 'boolean') return value(now);
  const empty = now.length === 0 || (typeof now === 'string' && now.trim() === '');
  if (empty && field.required) return error('form.missingValue');
  if (typeof now === 'object') {
    return value(relationChange(typeof before === 'object' ? before : [], now, field.target?.many ?? false));
  }
  return empty ? value(null) : readText(field, now);
};
