import type { ImportEncoding, ImportSeparator, UnreadableReason } from '../../../../../contract';

/** How a file is read. Guessed, and then what an editor says. */
export type Format = CsvFormat | CardFormat;

export interface CsvFormat {
  readonly kind: 'csv';
  readonly encoding: ImportEncoding;
  readonly separator: ImportSeparator;
  readonly hasHeader: boolean;
}

export interface CardFormat {
  readonly kind: 'vcard';
  readonly encoding: ImportEncoding;
}

/** What a file looks like by its first bytes. */
export type Guess = Format | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** The bytes of a file as they come: a readable stream, or any list of buffers. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
