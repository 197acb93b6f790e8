import { foldSigns, ignoredSigns } from '../../../../contract';

/*
 * One regular expression that finds every spelling of a folded text, in the syntax that JavaScript, PostgreSQL and PCRE share:
 * literals, classes, `(?:…|…)`, `?` and `*`. It finds what `fold(text).includes(folded)` does, and needs no column, index or
 * extension of the database. Each part takes one sign of the text and the ignored ones behind it, which no part begins with, so that
 * what was found of it is given back sign by sign at most: never more work than the text's length times the pattern's.
 */

/** Where the spellings of a text are looked for: all scripts with case or accents, signs, ligatures, full and half width. */
const spellings: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x52f],
  [0x1d00, 0x1fff],
  [0x2000, 0x218f],
  [0x2460, 0x24ff],
  [0x3000, 0x3000],
  [0xa640, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
  [0xff00, 0xffef],
];
/** Longer ones are phrases of a single sign, which nobody types. */
const expansionMax = 4;

interface Table {
  /** Of a folded sign, all that are folded to it and nothing else. */
  readonly singles: ReadonlyMap<string, readonly string[]>;
  /** Of several folded signs, the single ones that are folded to them: `ss` of ß. */
  readonly several: ReadonlyMap<string, readonly string[]>;
}

const add = (map: Map<string, string[]>, key: string, sign: string): void => {
  const known = map.get(key);
  if (known) known.push(sign);
  else map.set(key, [sign]);
};

const invert = (): Table => {
  const singles = new Map<string, string[]>();
  const several = new Map<string, string[]>();
  for (const [first, last] of spellings) {
    for (let point = first; point <= last; point += 1) {
      const sign = String.fromCodePoint(point);
      const folded = foldSigns(sign);
      // A database stores no NUL, and the second is not given to any letter yet.
      if (point === 0 || /\p{Cn}/u.test(sign) || folded === '') continue;
      const { length } = [...folded];
      if (length === 1) add(singles, folded, sign);
      else if (length <= expansionMax && !folded.includes(' ')) add(several, folded, sign);
    }
  }
  return { singles, several };
};

let known: Table | undefined;
const table = (): Table => (known ??= invert());

const special = /[\\^$.|?*+()[\]{}-]/;
const escaped = (sign: string): string => (special.test(sign) && sign !== '-' ? `\\${sign}` : sign);

/** Neighbours as a range: `À-Å`. */
const ranges = (signs: readonly string[]): string => {
  const points = [...new Set(signs)].map((sign) => sign.codePointAt(0) ?? 0).sort((a, b) => a - b);
  let text = '';
  for (let index = 0; index < points.length;) {
    let end = index;
    while (points[end + 1] === (points[end] ?? 0) + 1) end += 1;
    const [first, last] = [points[index] ?? 0, points[end] ?? 0].map((point) => String.fromCodePoint(point));
    text += end === index ? first : `${first}${end === index + 1 ? '' : '-'}${last}`;
    index = end + 1;
  }
  return text;
};

/** One of these signs. What means something in an expression stands outside the class, where all dialects escape alike. */
const oneOf = (signs: readonly string[]): string => {
  const distinct = [...new Set(signs)];
  const [only, ...more] = distinct;
  if (only !== undefined && more.length === 0) return escaped(only);
  const outside = distinct.filter((sign) => special.test(sign)).map(escaped);
  const inside = distinct.filter((sign) => !special.test(sign));
  const [alone, ...others] = inside;
  const alternatives = [...outside, ...(others.length > 0 ? [`[${ranges(inside)}]`] : alone ? [alone] : [])];
  return alternatives.length > 1 ? `(?:${alternatives.join('|')})` : alternatives.join('');
};

const skipped = `[${ignoredSigns}]*`;

/** A folded sign in every spelling: a letter taken apart (Korean, Japanese) as its parts too. */
const unit = (sign: string, more: readonly string[]): string => {
  const spelt = oneOf([sign, ...(table().singles.get(sign) ?? []), ...more]);
  const parts = [...sign.normalize('NFD')];
  if (parts.length === 1) return spelt;
  return `(?:${spelt}|${parts.map((part) => oneOf([part, ...(table().singles.get(part) ?? [])])).join('')})`;
};

/** Signs that stand for several folded ones, from one place of the text to another. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly signs: readonly string[];
}

/**
 * Where a sign may stand for a part of the text. At its beginning and its end the sign may reach beyond it: `eur` is in `cœur`.
 */
const stepsOf = (text: readonly string[]): Step[] => {
  const steps: Step[] = [];
  for (const [expansion, signs] of table().several) {
    const expanded = [...expansion];
    for (let from = 0; from < text.length; from += 1) {
      for (let skip = 0; skip < (from === 0 ? expanded.length : 1); skip += 1) {
        const covered = expanded.slice(skip, skip + text.length - from);
        const reachesEnd = from + covered.length === text.length;
        const isWhole = skip + covered.length === expanded.length;
        if ((isWhole || reachesEnd) && covered.every((sign, index) => sign === text[from + index])) {
          steps.push({ from, to: from + covered.length, signs });
        }
      }
    }
  }
  return steps;
};

/** Every way through a stretch of overlapping steps; beyond this length there would be too many. */
const stretchMax = 10;

/**
 * The pattern of a text as `fold` gives it, not empty.
 * @example patternOf('e') // finds E, é, ê, œ …
 */
export const patternOf = (folded: string): string => {
  const text = [...folded];
  const steps = stepsOf(text);
  const shorts = (at: number) => steps.flatMap(({ from, to, signs }) => (from === at && to === at + 1 ? signs : []));
  const longs = steps.filter(({ from, to }) => to > from + 1);
  const behind = (at: number): string => (at === text.length ? '' : skipped);
  const single = (at: number): string => {
    const sign = text[at] ?? '';
    // In a database's text there may be many spaces where a folded one has one.
    const spaces = ranges(table().singles.get(' ') ?? []);
    return sign === ' ' ? `[${spaces}][${spaces}${ignoredSigns}]*` : `${unit(sign, shorts(at))}${behind(at + 1)}`;
  };
  const throughStretch = (at: number, end: number): string => {
    if (at === end) return '';
    const ways = [
      `${single(at)}${throughStretch(at + 1, end)}`,
      ...longs
        .filter(({ from, to }) => from === at && to <= end)
        .map(({ to, signs }) => `${oneOf(signs)}${behind(to)}${throughStretch(to, end)}`),
    ];
    return ways.length === 1 ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
  };
  let pattern = '';
  for (let at = 0; at < text.length;) {
    let end = at + 1;
    // A stretch ends where no step leads over its end.
    for (let reach = end; reach > 0;) {
      reach = Math.max(0, ...longs.filter(({ from, to }) => from >= at && from < end && to > end).map(({ to }) => to));
      if (reach > 0) end = reach;
    }
    pattern +=
      end - at > stretchMax
        ? text
            .slice(at, end)
            .map((_, index) => single(at + index))
            .join('')
        : throughStretch(at, end);
    at = end;
  }
  return pattern;
};
