import { failure } from '../../../kernel';
import { measure, type Size, type Texts } from './measure';

/** What a guest's page may hold at the most. */
export const pageRowsMax = 250;
/** Objects, lists and values of all that is asked of one request, by whatever arguments. */
export const questionEntriesMax = 300;

/** Five relations of a populate, or five relations and some operators of a condition; lists as long as qs takes them. */
export const questionLimits: Omit<Size, 'entries'> = { depth: 12, breadth: 100, text: 1_000 };
const orderLimits: typeof questionLimits = { ...questionLimits, breadth: 20 };
/** A row with its texts in blocks, its components and links. */
export const dataLimits: Size = { depth: 30, entries: 10_000, breadth: 1_000, text: Infinity };

export type Arguments = Readonly<Record<string, unknown>>;

/** What the arguments of one request have come to so far. */
export class Question {
  private entries = 0;

  /** @throws 400 `invalid_query` where the request asks more than one may */
  add(entries: number): void {
    this.entries += entries;
    if (this.entries > questionEntriesMax) {
      throw failure('invalid_query', `Too large: at most ${questionEntriesMax} values`, { key: 'query' });
    }
  }
}

const within = (size: Size, limit: Partial<Size>): keyof Size | undefined =>
  (Object.keys(limit) as (keyof Size)[]).find((way) => size[way] > (limit[way] ?? Infinity));

const words: Record<keyof Size, (limit: number) => string> = {
  depth: (limit) => `too deep: at most ${limit} levels`,
  entries: (limit) => `too large: at most ${limit} values`,
  breadth: (limit) => `too many: at most ${limit} in one list`,
  text: (limit) => `too long: at most ${limit} characters`,
};

/** @throws 400 `invalid_body` */
export const checkSize = (value: unknown): void => {
  const way = within(measure(value, 'values'), dataLimits);
  if (way) throw failure('invalid_body', `data: ${words[way](dataLimits[way])}`, { key: 'data' });
};

const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
};

/** What is to be stored. PostgreSQL keeps no NUL in a text. @throws 400 `invalid_body` */
export const checkData = (value: unknown): void => {
  checkSize(value);
  if (holdsNul(value)) throw failure('invalid_body', 'data: a NUL in a text', { key: 'data' });
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of more than a hundred comes out of qs as an object with numbers for keys, which Strapi then does not ask. */
const hasNumberedKeys = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value) && Object.keys(value).some((key) => /^\d+$/.test(key))) return true;
  return Object.values(value).some(hasNumberedKeys);
};

const checkQuestion = (name: string, value: unknown): Size => {
  const texts: Texts = name === 'filters' || name === '_q' ? 'values' : 'paths';
  const size = measure(value, texts);
  const limit = name === 'sort' ? orderLimits : questionLimits;
  const way = within(size, limit);
  const refusal = (text: string): Error =>
    failure('invalid_query', `Invalid parameter ${name}: ${text}`, { key: name });
  if (way) throw refusal(words[way](limit[way as keyof typeof limit]));
  if (hasNumberedKeys(value)) throw refusal(words.breadth(questionLimits.breadth));
  return size;
};

/**
 * The one limit on what a guest asks, by REST and by GraphQL alike: depth, breadth and length of every argument, as it is
 * worked out – after the query string is parsed, variables are put in and defaults are taken. `data` has limits of its own.
 * @throws 400 `invalid_query` or `invalid_body`
 */
export const checkArguments = (args: Arguments, question: Question): void => {
  for (const [name, value] of Object.entries(args)) {
    if (name === 'data') checkData(value);
    else question.add(checkQuestion(name, value).entries);
  }
};

/** Rows of a page for which none are asked, by the site's settings of its REST or its GraphQL API. */
export const defaultRowsOf = (settings: { defaultLimit?: unknown; maxLimit?: unknown }, fallback: number): number => {
  const maximum = Number(settings.maxLimit);
  return Math.min(Number(settings.defaultLimit ?? fallback), maximum > 0 ? maximum : Infinity);
};

const paginationKeys = new Set(['page', 'pageSize', 'start', 'limit', 'withCount']);

/**
 * The rows that a page may hold: as asked, or as many as the site gives where nothing is asked.
 * @throws 400 `invalid_query` where that is more than `pageRowsMax`, or no number of rows
 */
export const pageSizeOf = (pagination: unknown, siteDefault: number): number => {
  const refuse = (key: string): Error =>
    failure('invalid_query', `Invalid parameter ${key}`, { key, rowsMax: pageRowsMax });
  if (pagination !== undefined && pagination !== null && !isObject(pagination)) throw refuse('pagination');
  let size: number | null = null;
  for (const [key, value] of Object.entries(pagination ?? {})) {
    const name = `pagination[${key}]`;
    if (!paginationKeys.has(key)) throw refuse(name);
    if (value === null || value === undefined || key === 'withCount') continue;
    if (typeof value !== 'string' && typeof value !== 'number') throw refuse(name);
    const number = Number(value);
    const isRows = key === 'pageSize' || key === 'limit';
    if (!Number.isSafeInteger(number) || number < (key === 'start' ? 0 : 1) || (isRows && number > pageRowsMax))
      throw refuse(name);
    if (isRows) size = number;
  }
  if ((size ?? siteDefault) > pageRowsMax) throw refuse('pagination[pageSize]');
  return size ?? siteDefault;
};
