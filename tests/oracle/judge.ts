import { answerRowsMax } from '../../server/src/features/access/request-limits/budget';
import type { Got } from './ask';
import type { Answer, Tree } from './oracle';
import type { Api } from './query';

/** Keys in one order, so that equal trees are equal texts. */
const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, stable(inner)])
  );
};
const text = (value: unknown): string => JSON.stringify(stable(value));

const texts = (rows: readonly Tree[], ordered: boolean): string[] => {
  const found = rows.map(text);
  return ordered ? found : found.sort();
};

/** How many rows an answer shows, those of its relations included. */
const sizeOf = (trees: readonly Tree[]): number =>
  trees.reduce(
    (size, tree) =>
      Object.values(tree).reduce<number>((sum, value) => {
        if (typeof value !== 'object') return sum;
        return sum + sizeOf(Array.isArray(value) ? value : [value]);
      }, size + 1),
    0
  );

const isRefusal = (api: Api, { status, errors, data }: Got): boolean =>
  api === 'rest' ? status === 400 || status === 403 || status === 404 : errors.length > 0 && data === null;

/** Why the two do not agree, or null. `hidden`: documentIds that may stand nowhere in what comes back. */
export const disagreement = (api: Api, answer: Answer, got: Got, hidden: readonly string[]): string | null => {
  const shown = hidden.find((documentId) => got.text.includes(documentId));
  if (got.status >= 500) return `status ${got.status}`;
  if (answer.kind === 'refused') return isRefusal(api, got) ? null : 'not refused';
  // What is read for an answer is bounded, and some rows are read more than once.
  if (got.text.includes('answerRowsMax')) {
    const trees = answer.kind === 'rows' ? answer.rows : answer.row ? [answer.row] : [];
    return sizeOf(trees) > answerRowsMax / 2 ? null : 'too large';
  }
  if (got.errors.length > 0 && answer.mayRefuse) return shown ? `shows ${shown}` : null;
  if (answer.kind === 'row') {
    if (answer.row === null) return got.data === null && (api === 'graphql' || got.status === 404) ? null : 'a row';
    return text(answer.row) === text(got.data) ? null : 'another row';
  }
  if (!Array.isArray(got.data)) return 'no list';
  if (got.total !== null && got.total !== answer.total) return `total ${got.total}, not ${answer.total}`;
  const [expected, found] = [texts(answer.rows, answer.ordered), texts(got.data, answer.ordered)];
  const place = expected.findIndex((one, index) => one !== found[index]);
  if (place >= 0 || expected.length !== found.length) {
    return expected.length !== found.length ? `${found.length} rows, not ${expected.length}` : `row ${place} differs`;
  }
  return shown ? `shows ${shown}` : null;
};
