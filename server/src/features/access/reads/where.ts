import {
  codeOf,
  comparisonOperators,
  databaseOf,
  failure,
  groupOperators,
  isRelation,
  knexOf,
  modelOf,
  rowsWhere,
  storedTypeOf,
  systemFields,
  type Strapi,
  type Where,
} from '../../../kernel';
import { idsLeadingTo, type Ids } from '../policy/rule-sql';
import { readableFields, type Profile } from '../policy/profile';
import { scopeOf, toWhere } from '../policy/scope';
import { comparison } from './search';

/** A plain object, and not a date, a file or a query of knex. */
const isObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const system = new Set<string>(systemFields);
const groups = new Set<string>(groupOperators);

/** The attributes of a type that a guest's query may name. */
export const nameable = (strapi: Strapi, profile: Profile, uid: string): ((name: string) => boolean) => {
  const scope = scopeOf(strapi, profile, uid);
  // A closed type has no names at all; a component or a file has those that are not private.
  const readable = scope.kind === 'none' ? new Set<string>() : readableFields(strapi, profile, uid);
  return (name) => system.has(name) || readable.has(name);
};

/** What a query that names something hidden, or something that is not there, gets: the same. */
export const invalidKey = (name: string): Error => failure('invalid_query', `Invalid key ${name}`, { key: name });

const refuse = (name: string): never => {
  throw invalidKey(name);
};

/**
 * How a query is taken whose author cannot be told. `own`: the guest's, and what it may not name is an error. `others`: one that
 * somebody else's code makes meanwhile. It may carry what the guest wrote, so what it may not name is unknown to it; but it is no
 * error of theirs.
 */
export type Asker = 'own' | 'others';

/** A condition that is neither true nor false, whatever the row; nor is its opposite (SQL: `id IN (NULL)`). */
export const unknown: Where = { id: { $in: [null] } };

/** For others, a condition that may not be asked is unknown. */
const judged = (asker: Asker, condition: () => Where): Where => {
  try {
    return condition();
  } catch (error) {
    if (asker === 'others' && codeOf(error) === 'invalid_query') return unknown;
    throw error;
  }
};

/** Whether a condition only asks that there is no related row, or that there is one. */
const presence = (inner: unknown): 'absent' | 'present' | null => {
  if (inner === null) return 'absent';
  if (!isObject(inner)) return null;
  const [key, ...more] = Object.keys(inner);
  if (key === undefined || more.length > 0) return null;
  if (key === '$null' || key === '$notNull') return (key === '$null') === (inner[key] === true) ? 'absent' : 'present';
  if (key === '$eq' && inner[key] === null) return 'absent';
  if (key === '$ne' && inner[key] === null) return 'present';
  return key === 'id' || key === 'documentId' ? presence(inner[key]) : null;
};

/** A condition on a relation, as a condition on the related row: `5`, `{ $in: [1, 2] }` speak of its id. */
const ofRelatedRow = (inner: unknown): Where => {
  if (!isObject(inner)) return { id: inner };
  const keys = Object.keys(inner);
  const isOperator = keys.length === 1 && keys[0]?.startsWith('$') && !groups.has(keys[0]) && keys[0] !== '$not';
  return isOperator ? { id: inner } : inner;
};

/**
 * The caller's condition, with every step through a relation turned into «there is a related row, visible to the guest,
 * such that …». A hidden row is as good as none, so that no question about it has an answer, `$not` and `$null` included.
 * As a sub-query on the row's own id it needs no join, and no key of the caller's can collide with another (Strapi merges
 * conditions of relations by key).
 * @throws 400 `invalid_query` where the guest's own query names what they may not read.
 */
export const guardWhere = (strapi: Strapi, profile: Profile, uid: string, where: unknown, asker: Asker): Where => {
  const guard = (part: unknown) => guardWhere(strapi, profile, uid, part, asker);
  if (Array.isArray(where)) return { $and: where.map(guard) };
  if (!isObject(where)) return judged(asker, () => refuse('filters'));
  const mayName = nameable(strapi, profile, uid);
  const condition = (key: string, value: unknown): Where => {
    if (groups.has(key)) return { [key]: (Array.isArray(value) ? value : [value]).map(guard) };
    if (key === '$not') return { $not: guard(value) };
    if (!mayName(key)) return refuse(key);
    if (isRelation(strapi, uid, key)) return throughRelation(strapi, profile, uid, key, value, asker);
    checkComparison(key, value);
    checkValues(strapi, uid, key, value);
    return comparison(strapi, uid, key, value);
  };
  const conditions = Object.entries(where).map(([key, value]) => judged(asker, () => condition(key, value)));
  const [only, ...more] = conditions;
  return more.length > 0 ? { $and: conditions } : (only ?? {});
};

const comparisons = new Set<string>(comparisonOperators);

const checkComparison = (name: string, value: unknown): void => {
  if (Array.isArray(value)) return value.forEach((one) => checkComparison(name, one));
  if (!isObject(value)) return;
  for (const [operator, operand] of Object.entries(value)) {
    if (!comparisons.has(operator)) throw invalidKey(`${name}.${operator}`);
    if (operator === '$between' && !(Array.isArray(operand) && operand.length === 2))
      throw invalidKey(`${name}.$between`);
    if (operator === '$not') checkComparison(name, operand);
    else if (isObject(operand)) throw invalidKey(`${name}.${operator}`);
  }
};

const idMax = 2 ** 31 - 1;
const whole = /^[+-]?\d{1,19}$/;
const isId = (text: string): boolean => whole.test(text) && Math.abs(Number(text)) <= idMax;
const isNumber = (text: string): boolean =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
const isDay = (text: string): boolean => {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return day !== undefined && new Date(day).toJSON()?.startsWith(day);
};

/** How a value of a type is written, where a database or Strapi takes no other: it would be a 500. */
const written: Readonly<Record<string, (text: string) => boolean>> = {
  increments: isId,
  integer: isId,
  biginteger: (text) => whole.test(text) && Math.abs(Number(text)) < 2 ** 63,
  float: isNumber,
  decimal: isNumber,
  date: isDay,
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(text),
};
/** PostgreSQL asks them of texts only. */
const ofTexts = new Set(['$contains', '$notContains', '$startsWith', '$endsWith']);
/** What they may be asked of nowhere, beside what is in `written`. */
const noTexts = new Set(['datetime', 'timestamp', 'boolean']);

/** Values that a database would take for a mistake of ours: letters for a number, an id beyond its column, a NUL. */
const checkValues = (strapi: Strapi, uid: string, name: string, value: unknown): void => {
  const type = storedTypeOf(strapi, uid, name) ?? '';
  const isWritten = written[type];
  const check = (one: unknown): void => {
    if (Array.isArray(one)) return one.forEach(check);
    if (isObject(one)) {
      const refused = isWritten || noTexts.has(type) ? Object.keys(one).find((key) => ofTexts.has(key)) : undefined;
      if (refused) throw invalidKey(`${name}.${refused}`);
      return Object.values(one).forEach(check);
    }
    if (typeof one === 'string' && one.includes('\0')) throw invalidKey(name);
    if (!isWritten || (typeof one !== 'string' && typeof one !== 'number')) return;
    if (!isWritten(String(one).trim())) throw invalidKey(name);
  };
  check(value);
};

/**
 * MySQL and MariaDB flatten nested sub-queries into one join and weigh every order of it: minutes for four relations. A
 * derived table of distinct ids is worked out by itself.
 */
const apart = (strapi: Strapi, ids: Ids): Ids =>
  databaseOf(strapi) === 'mysql' ? knexOf(strapi).select('hop.id').from(ids.distinct().as('hop')) : ids;

const throughRelation = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  name: string,
  inner: unknown,
  asker: Asker
): Where => {
  const attribute = modelOf(strapi, uid)?.attributes[name];
  const hasOneTarget = attribute?.type === 'component' || (attribute?.type === 'relation' && attribute.target);
  if (!hasOneTarget || attribute.relation?.startsWith('morph')) throw invalidKey(name);
  const target = (attribute.type === 'component' ? attribute.component : attribute.target) ?? '';
  // Strapi asks this of conditions at the root only, not of those inside a populate.
  if (target.includes('::') && !profile.scopes.has(`${target}.find`)) throw invalidKey(name);
  const asked = presence(inner);
  const condition = asked === null ? [guardWhere(strapi, profile, target, ofRelatedRow(inner), asker)] : [];
  const scope = toWhere(scopeOf(strapi, profile, target));
  const related = rowsWhere(strapi, target, { $and: scope ? [...condition, scope] : condition });
  const ids = idsLeadingTo(strapi, uid, name, apart(strapi, related));
  return asked === 'absent' ? { id: { $notIn: ids } } : { id: { $in: ids } };
};
