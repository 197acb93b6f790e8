import { fold } from '../../../../../contract';
import { columnsOf, isMatchable, knexOf, matches, rootAlias, type Strapi, type Where } from '../../../kernel';

/*
 * What guests look for in the site's own tables, by `fold` and not by the database's idea of case: their search (`_q`) and the
 * operators `$containsi` and `$notContainsi`. `docs/decisions/0025-search-by-one-folding.md`
 */

const texts = new Set(['string', 'text', 'uid', 'email', 'enumeration', 'richtext']);
const numbers = new Set(['integer', 'biginteger', 'decimal', 'float']);

/**
 * A condition that one of the columns holds a folded text, in the form of one on the row's id: Strapi has no other place for
 * SQL. The branch of what is false keeps `$not` right; a column that is null is neither.
 */
const holds = (strapi: Strapi, column: string, folded: string): Where => ({
  id: {
    $eq: knexOf(strapi).raw('case (?) when true then ?? when false then -1 end', [
      matches(strapi, `${rootAlias}.${column}`, folded),
      `${rootAlias}.id`,
    ]),
  },
});

/**
 * What a search of a type (`_q`) stands for: in the texts that Strapi looks in, and in numbers where a number is typed. Null
 * where it is left to Strapi.
 */
export const searchCondition = (strapi: Strapi, uid: string, typed: string): Where | null => {
  const folded = fold(typed);
  if (folded === '') return {};
  if (!isMatchable(strapi, folded)) return null;
  const isNumber = Number.isFinite(Number(folded));
  const looked = columnsOf(strapi, uid).filter(
    ({ name, type, searchable }) =>
      searchable && (texts.has(type) || (isNumber && (numbers.has(type) || name === 'id')))
  );
  // A type without any text has nothing that could be found.
  return looked.length === 0 ? null : { $or: looked.map(({ column }) => holds(strapi, column, folded)) };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** One operand of `$containsi`: a text, or several of which one is enough. Null where it is left to Strapi. */
const contained = (strapi: Strapi, name: string, column: string, operand: unknown): Where[] | null => {
  const operands: unknown[] = Array.isArray(operand) ? operand : [operand];
  const conditions = operands.map((one) => {
    if (typeof one !== 'string') return null;
    const folded = fold(one);
    if (folded === '') return { [name]: { $notNull: true } };
    return isMatchable(strapi, folded) ? holds(strapi, column, folded) : null;
  });
  return conditions.some((one) => one === null) ? null : conditions.filter((one) => one !== null);
};

/** The comparison of an attribute with a value, with each `$containsi` in it as a search by folding. */
export const comparison = (strapi: Strapi, uid: string, name: string, value: unknown): Where => {
  const known = columnsOf(strapi, uid).find((one) => one.name === name);
  if (!known || !texts.has(known.type) || !isObject(value)) return { [name]: value };
  const conditions = Object.entries(value).map(([operator, operand]): Where => {
    if (operator === '$not' && isObject(operand)) return { $not: comparison(strapi, uid, name, operand) };
    if (operator !== '$containsi' && operator !== '$notContainsi') return { [name]: { [operator]: operand } };
    const found = contained(strapi, name, known.column, operand);
    if (found === null) return { [name]: { [operator]: operand } };
    return { $or: operator === '$containsi' ? found : found.map((one) => ({ $not: one })) };
  });
  const [only, ...more] = conditions;
  return more.length > 0 ? { $and: conditions } : (only ?? { [name]: value });
};
