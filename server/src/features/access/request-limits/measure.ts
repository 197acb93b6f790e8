/** How large a value is that a caller sent, in each way that costs whoever works it out. */
export interface Size {
  /** Levels of objects, and two for each dot of a path. A list is no level. */
  readonly depth: number;
  /** Objects, lists and values in all; each path of a text such as `title,project.name` counts. */
  readonly entries: number;
  /** Of the longest list, or of the object with the most keys. */
  readonly breadth: number;
  /** Of the longest text, in characters. */
  readonly text: number;
}

/** Below `filters` texts are values; elsewhere in a query they are paths, several of them with commas between. */
export type Texts = 'paths' | 'values';

/** More than any limit: nothing larger is looked at to its end. */
const entriesLookedAt = 100_000;

const dotsOf = (path: string): number => path.split('.').length - 1;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** Measures without recursion, so that no depth is too deep for it. Dates, files and the like are single values. */
export const measure = (root: unknown, texts: Texts): Size => {
  let [depth, entries, breadth, text] = [0, 0, 0, 0];
  const waiting: { value: unknown; at: number; texts: Texts }[] = [{ value: root, at: 0, texts }];
  for (let one = waiting.pop(); one !== undefined && entries < entriesLookedAt; one = waiting.pop()) {
    const { value, at } = one;
    entries += 1;
    depth = Math.max(depth, at);
    if (typeof value === 'string') {
      text = Math.max(text, value.length);
      if (one.texts === 'values') continue;
      const paths = value.split(',');
      entries += paths.length - 1;
      breadth = Math.max(breadth, paths.length);
      depth = Math.max(depth, at + 2 * paths.reduce((most, path) => Math.max(most, dotsOf(path)), 0));
    } else if (Array.isArray(value)) {
      breadth = Math.max(breadth, value.length);
      for (const inner of value) waiting.push({ value: inner, at, texts: one.texts });
    } else if (typeof value === 'object' && value !== null && isPlain(value)) {
      const below = Object.entries(value);
      breadth = Math.max(breadth, below.length);
      depth = Math.max(depth, at + 1);
      for (const [key, inner] of below) {
        const level = at + 1 + 2 * dotsOf(key);
        waiting.push({ value: inner, at: level, texts: key === 'filters' ? 'values' : one.texts });
      }
    }
  }
  return { depth, entries, breadth, text };
};
