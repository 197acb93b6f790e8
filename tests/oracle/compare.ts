import { fold } from '../../contract';
import type { Scalar } from './dump';
import type { Test } from './query';

/** SQL's logic of three values: null is «unknown». */
export type Truth = boolean | null;

export const not = (truth: Truth): Truth => (truth === null ? null : !truth);
export const and = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
export const or = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(null) ? null : false;

type Value = string | number | boolean;

const order = (a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

const tests: Record<string, (value: Value, operand: Value) => boolean> = {
  $eq: (a, b) => a === b,
  $ne: (a, b) => a !== b,
  $lt: (a, b) => order(a, b) < 0,
  $lte: (a, b) => order(a, b) <= 0,
  $gt: (a, b) => order(a, b) > 0,
  $gte: (a, b) => order(a, b) >= 0,
  $contains: (a, b) => String(a).includes(String(b)),
  $startsWith: (a, b) => String(a).startsWith(String(b)),
  $endsWith: (a, b) => String(a).endsWith(String(b)),
  $containsi: (a, b) => fold(String(a)).includes(fold(String(b))),
};
const withoutCase: Record<string, string> = {
  $eqi: '$eq',
  $nei: '$ne',
  $startsWithi: '$startsWith',
  $endsWithi: '$endsWith',
};
const negations: Record<string, string> = { $notContains: '$contains', $notContainsi: '$containsi', $notIn: '$in' };

/** What one comparison of a column says. */
export const holds = (value: Scalar, [operator, operand]: Test): Truth => {
  if (operator === '$null') return (value === null) === operand;
  if (operator === '$notNull') return (value !== null) === operand;
  const positive = negations[operator];
  if (positive) return not(holds(value, [positive, operand]));
  if (value === null) return null;
  if (Array.isArray(operand)) {
    if (operator === '$between') return order(value, operand[0]) >= 0 && order(value, operand[1]) <= 0;
    return operand.some((one) => holds(value, ['$eq', one]) === true);
  }
  const small = withoutCase[operator];
  const [left, right, name] = small
    ? [String(value).toLowerCase(), String(operand).toLowerCase(), small]
    : [value, operand as Value, operator];
  const test = tests[name];
  if (test === undefined) throw new Error(`no such operator: ${operator}`);
  return test(left, right);
};

/** Sorts as a database does. Only PostgreSQL puts NULL last. */
export const compareScalars = (nullsLast: boolean) => (a: Scalar, b: Scalar) => {
  if (a === null || b === null) return (a === b ? 0 : a === null ? 1 : -1) * (nullsLast ? 1 : -1);
  return order(a, b);
};
