import { decode as decodeBytes, encodingExists } from 'iconv-lite';
import type { ImportEncoding } from '../../../../../contract';
import { decodeSample } from './decode';
import { guessEncoding } from './guess-encoding';

/** A property of a card: `item1.TEL;TYPE=work,voice:022323`. */
export interface CardProperty {
  /** In lower case; '' where there is none. */
  readonly group: string;
  /** In upper case. */
  readonly name: string;
  /** By their names in upper case; what version 2.1 writes without a name (`TEL;WORK`) stands under TYPE. */
  readonly parameters: ReadonlyMap<string, string>;
  /** In characters, and still escaped. */
  readonly value: string;
}

const headCharsMax = 2_000;
const head = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):/;
const transferEncodings = new Set(['QUOTED-PRINTABLE', '8BIT', '7BIT', 'BASE64', 'B']);

const parametersOf = (text: string): ReadonlyMap<string, string> => {
  const parameters = new Map<string, string>();
  for (const [, name = '', value] of text.matchAll(/;([^=";]*)(?:=((?:[^";]|"[^"]*")*))?/g)) {
    const upper = name.trim().toUpperCase();
    const bare = transferEncodings.has(upper) ? 'ENCODING' : 'TYPE';
    const [key, entry] = value === undefined ? [bare, upper] : [upper, value.replaceAll('"', '')];
    const former = parameters.get(key);
    parameters.set(key, former === undefined ? entry : `${former},${entry}`);
  }
  return parameters;
};

const unquoted = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));

/** A value in the encoding that it names, else in the file's; where that cannot be, in the one that it looks like. */
const textOf = (bytes: Buffer, charset: string | undefined, encoding: ImportEncoding): string => {
  if (charset !== undefined && /^[\w:-]{2,20}$/.test(charset) && encodingExists(charset))
    return decodeBytes(bytes, charset);
  const text = decodeSample(bytes, encoding);
  return text.includes('\ufffd') ? decodeSample(bytes, guessEncoding(bytes)) : text;
};

/** A line as a property; null where it is none. `encoding` is the file's, and UTF-8 for UTF-16: the line comes as those bytes. */
export const propertyOf = (line: string, encoding: ImportEncoding): CardProperty | null => {
  const found = head.exec(line.slice(0, headCharsMax));
  if (found === null) return null;
  const [all, group = '', name = '', rest = ''] = found;
  const parameters = parametersOf(rest);
  const raw = line.slice(all.length);
  const isQuoted = /^quoted-printable$/i.test(parameters.get('ENCODING') ?? '');
  const bytes = Buffer.from(isQuoted ? unquoted(raw) : raw, 'latin1');
  const value = textOf(bytes, parameters.get('CHARSET'), encoding);
  return { group: group.toLowerCase(), name: name.toUpperCase(), parameters, value };
};

/** A text without the backslashes that keep its signs from meaning something. */
export const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_all, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

/** The parts of a structured value, unescaped: `Noa;Arthur;;Dr.`. Several words of a part (`Jean,Paul`) are one text. */
export const partsOf = (value: string): string[] => {
  const parts = [''];
  for (const [token] of value.matchAll(/\\[^]?|[;,]|[^\\;,]+/g)) {
    if (token === ';') parts.push('');
    else parts[parts.length - 1] += token === ',' ? ' ' : unescaped(token);
  }
  return parts.map((part) => part.trim());
};
