import type { FieldLimits } from '../../../../../contract';
import { compareDecimals, decimalOf, decimalsOf, type Decimal } from '../../../../../contract/decimal';
import { databaseOf, failure, modelOf, type Attribute, type Model, type Strapi } from '../../../kernel';

type Numbers = Pick<FieldLimits, 'min' | 'max' | 'decimals'>;

const int32: Numbers = { min: '-2147483648', max: '2147483647', decimals: 0 };
const int64: Numbers = { min: '-9223372036854775808', max: '9223372036854775807', decimals: 0 };
/** What the driver of SQLite gives back unrounded: it makes a double of every integer. */
const safe: Numbers = { min: '-9007199254740991', max: '9007199254740991', decimals: 0 };
/** Strapi makes `decimal(10, 2)` of every decimal; PostgreSQL and MariaDB round what does not fit. */
const decimal10: Numbers = { min: '-99999999.99', max: '99999999.99', decimals: 2 };

/** What a column of Strapi's holds without rounding (`@strapi/database`, schema/schema.ts). */
const columnOf = (type: string, isSqlite: boolean): Numbers => {
  switch (type) {
    case 'integer':
      return int32;
    case 'biginteger':
      return isSqlite ? safe : int64;
    case 'decimal':
      return isSqlite ? {} : decimal10;
    default:
      return {};
  }
};

/** Types that are a `varchar(255)`; Strapi's newer versions hold strings to it themselves. */
const shortTexts = new Set(['string', 'email', 'uid']);
const shortTextMax = 255;
const texts = new Set([...shortTexts, 'text', 'richtext']);
const numbers = new Set(['integer', 'biginteger', 'float', 'decimal']);

const narrower = (asked: unknown, held: string | undefined, side: 1 | -1): string | undefined => {
  const own = typeof asked === 'number' || typeof asked === 'string' ? decimalOf(String(asked).trim()) : null;
  if (own === null) return held;
  const column = held === undefined ? null : decimalOf(held);
  return column !== null && compareDecimals(own, column) * side <= 0 ? held : String(asked).trim();
};

const positive = (length: unknown): number | undefined =>
  typeof length === 'number' && Number.isInteger(length) && length > 0 ? length : undefined;

const patternOf = ({ regex }: Attribute): string | undefined => (regex instanceof RegExp ? regex.source : regex);

const defined = <T extends object>(values: T): T | undefined => {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
};

const isSqliteOf = (strapi: Strapi): boolean => databaseOf(strapi) === 'sqlite';

/** What a value of an attribute has to keep to; undefined where there is nothing. */
export const limitsOf = (attribute: Attribute, isSqlite: boolean): FieldLimits | undefined => {
  const { type, minLength, maxLength } = attribute;
  if (texts.has(type)) {
    const max = positive(maxLength) ?? (shortTexts.has(type) ? shortTextMax : undefined);
    return defined({ minLength: positive(minLength), maxLength: max, pattern: patternOf(attribute) });
  }
  if (!numbers.has(type)) return undefined;
  const column = columnOf(type, isSqlite);
  return defined({
    ...column,
    min: narrower(attribute.min, column.min, 1),
    max: narrower(attribute.max, column.max, -1),
  });
};

/** As for `limitsOf`, on the site's own database. */
export const fieldLimits = (strapi: Strapi, attribute: Attribute): FieldLimits | undefined =>
  limitsOf(attribute, isSqliteOf(strapi));

const numberOf = (value: unknown): Decimal | null =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string'
    ? decimalOf(String(value).trim())
    : null;

/** What is wrong with a value that the column would refuse or round; null where it fits, or is none that Strapi takes. */
const numberFault = (value: unknown, { min, max, decimals }: Numbers): string | null => {
  const number = numberOf(value);
  if (number === null) return null;
  const [least, most] = [decimalOf(min ?? ''), decimalOf(max ?? '')];
  if (least !== null && compareDecimals(number, least) < 0) return `must be greater than or equal to ${min}`;
  if (most !== null && compareDecimals(number, most) > 0) return `must be less than or equal to ${max}`;
  if (decimals === 0 && typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return 'must be sent as a text: a number of JSON does not keep every digit of it';
  }
  return decimals !== undefined && decimals > 0 && decimalsOf(number) > decimals
    ? `must have at most ${decimals} decimals`
    : null;
};

/** Whether a column of floating point would keep other digits than these. In a number of JSON they are gone before. */
const losesDigits = (value: unknown): boolean => {
  const number = typeof value === 'string' ? numberOf(value) : null;
  if (number === null) return false;
  const kept = decimalOf(String(Number(String(value))));
  return kept === null || compareDecimals(number, kept) !== 0;
};

/** @see limitsOf */
export const columnFault = ({ type }: Attribute, value: unknown, isSqlite: boolean): string | null => {
  const isFloating = type === 'float' || (type === 'decimal' && isSqlite);
  if (isFloating && losesDigits(value)) return 'has more digits than the column keeps';
  if (numbers.has(type)) return numberFault(value, columnOf(type, isSqlite));
  return shortTexts.has(type) && typeof value === 'string' && value.length > shortTextMax
    ? `must be at most ${shortTextMax} characters`
    : null;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Fault = { path: string[]; message: string };

/** The components of a value: of a component, a list of them, or a dynamic zone. */
const partsOf = (strapi: Strapi, attribute: Attribute, value: unknown): [Model, Record<string, unknown>][] => {
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts.filter(isObject).flatMap((part) => {
    const uid = attribute.type === 'component' ? attribute.component : part['__component'];
    const model = typeof uid === 'string' ? modelOf(strapi, uid) : null;
    return model === null ? [] : [[model, part]];
  });
};

const faultsIn = (strapi: Strapi, model: Model, data: Record<string, unknown>, trail: string[]): Fault[] =>
  Object.entries(data).flatMap(([name, value]): Fault[] => {
    const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
    if (attribute === undefined) return [];
    const path = [...trail, name];
    if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
      return partsOf(strapi, attribute, value).flatMap(([part, inner]) => faultsIn(strapi, part, inner, path));
    }
    const fault = columnFault(attribute, value, isSqliteOf(strapi));
    return fault === null ? [] : [{ path, message: `${path.join('.')} ${fault}` }];
  });

/**
 * Refuses what a column would refuse (an error of the database) or round (and say nothing).
 * @throws 400 `value_out_of_range`, with every such field
 */
export const requireFitting = (strapi: Strapi, model: Model, data: Record<string, unknown>): void => {
  const faults = faultsIn(strapi, model, data, []);
  if (faults.length === 0) return;
  throw failure('value_out_of_range', faults.map(({ message }) => message).join('; '), {
    errors: faults.map((fault) => ({ ...fault, name: 'ValidationError' })),
  });
};
