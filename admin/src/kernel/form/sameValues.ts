const byName = ([one]: readonly [unknown, unknown], [other]: readonly [unknown, unknown]): number =>
  String(one) < String(other) ? -1 : 1;

const isEmptySet = (value: unknown): boolean => value instanceof Set && value.size === 0;

/** For `JSON.stringify`: sets, maps and objects whatever their order; a map's empty set is as good as none. */
const ordered = (_name: string, value: unknown): unknown => {
  if (value instanceof Set) return [...value].sort();
  if (value instanceof Map) return [...value].filter(([, held]) => !isEmptySet(held)).sort(byName);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(byName));
};

/** Whether two forms say the same. */
export const sameValues = <Values>(one: Values, other: Values): boolean =>
  JSON.stringify(one, ordered) === JSON.stringify(other, ordered);
