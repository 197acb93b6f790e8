import { getDecoder } from 'iconv-lite';
import type { ImportEncoding } from '../../../../../contract';
import type { Bytes } from './format';

const codecs: Record<ImportEncoding, string> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'windows-1252': 'windows1252',
  'windows-1250': 'windows1250',
  macintosh: 'macroman',
  'x-mac-ce': 'maccenteuro',
};

const chunkBytesMax = 64 * 1024;

/** A text out of bytes that may end in the middle of a sign. A mark of the byte order is dropped. */
export const decodeSample = (bytes: Uint8Array, encoding: ImportEncoding): string =>
  getDecoder(codecs[encoding]).write(Buffer.from(bytes));

/** A file as text, in pieces of at most 64 kB; what the encoding does not have becomes U+FFFD. A mark of the byte order is dropped. */
export async function* decode(bytes: Bytes, encoding: ImportEncoding): AsyncGenerator<string> {
  const decoder = getDecoder(codecs[encoding]);
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += chunkBytesMax)
      yield decoder.write(Buffer.from(chunk.subarray(at, at + chunkBytesMax)));
  yield decoder.end() ?? '';
}
