const ownMax = 200;
const typedMax = 100;

/**
 * A value on one line: control characters and Unicode's line ends become spaces, and what takes no room or turns the reading
 * direction is dropped, but for the joiners and the variants that names of some scripts need.
 */
const onOneLine = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/(?![\u200C\u200D\p{VS}])\p{DI}|\uFFFC/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const cutTo = (max: number, value: string): string => [...value].slice(0, max).join('');

/** Words of the site itself, its name say: on one line, and not without end. */
export const printable = (value: string): string => cutTo(ownMax, onOneLine(value).replace(/:\/\//g, ' '));

/** What browsers read as a dot between the labels of a host (UTS #46), and what looks like one; inside a word. */
const dotInWord = /([.\u2024\u3002\uFE52\uFF0E\uFF61])(?![\s\p{P}]|$)/gu;
const at = /\s*([@\uFE6B\uFF20])\s*/g;
const slashes = /([\\/])[\\/]+/g;
const colonOfScheme = /(?<=[\p{L}\p{M}\p{N}]):(?=\S)/gu;

/**
 * What a person typed, as a mail shows it: readable, and nothing that a mail client makes a link of. Clients find links by
 * themselves, in the text part and in the HTML part, where a host (`evil.tld`), an address (`a@b.cz`), a scheme (`tel:`,
 * `https:`) or a share (`\\\\host\\x`) stands in one piece; so a space follows each dot inside a word and each colon of a
 * scheme, spaces stand around each `@`, and of several slashes one is left. No invisible marks instead: clients and browsers
 * drop those before they look. Honest names stay what they are: «d’Atelier Nord», «O’Neil», «Müller & Söhne»; «J.R.R. Tolkien»
 * becomes «J. R. R. Tolkien».
 */
export const asData = (value: string): string => {
  const text = onOneLine(value)
    .replace(slashes, '$1')
    .replace(at, ' $1 ')
    .replace(dotInWord, '$1 ')
    .replace(colonOfScheme, ': ')
    .trim();
  return [...text].length > typedMax ? `${cutTo(typedMax - 1, text).trim()}…` : text;
};
