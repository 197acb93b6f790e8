import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { importSeparators } from '../../../../../contract';
import { readRows, valuesOf } from './rows';

const ascii = ['a', 'Z', '"', ',', ';', '\t', '|', ' ', "'", '\r', '\n', '='];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('readRows', () => {
  it.each([
    ['utf-8', 'utf8', 'éř東😀'],
    ['utf-16le', 'utf16le', 'éř東😀'],
    ['utf-16be', 'utf16be', 'éř東😀'],
    ['windows-1252', 'windows1252', 'éèœ€'],
    ['windows-1250', 'windows1250', 'éřůŽ'],
    ['macintosh', 'macroman', 'éèœÉ'],
    ['x-mac-ce', 'maccenteuro', 'éřůŽ'],
  ] as const)('comes back as it was written, in %s', async (encoding, codec, signs) => {
    const cell = fc.string({ unit: fc.constantFrom(...ascii, ...signs) });
    const row = fc
      .array(cell, { minLength: 1, maxLength: 4 })
      .filter((cells) => cells.some((one) => one.trim() !== ''));
    const ends = fc.constantFrom('\r\n', '\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row),
        fc.constantFrom(...importSeparators),
        ends,
        fc.nat(9),
        fc.boolean(),
        async (rows, separator, end, size, addBOM) => {
          const text = rows.map((cells) => cells.map(quoted).join(separator)).join(end);
          const bytes = encode(text, codec, { addBOM });
          const pieces = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_none, at) =>
            bytes.subarray(at * (size + 1), (at + 1) * (size + 1))
          );
          const found: string[][] = [];
          for await (const one of readRows(pieces, { kind: 'csv', encoding, separator, hasHeader: false }))
            found.push(one.kind === 'row' ? one.cells : [one.text]);
          expect(found).toEqual(rows);
        }
      )
    );
  });
});

describe('valuesOf', () => {
  it('reads no more than twenty values of a cell', () => {
    const cells = [Array<string>(100_000).fill('a@example.com').join(' ::: ')];
    expect(valuesOf(cells, { fields: ['email'], nameOrder: 'first-last' }).email).toHaveLength(20);
  });

  it('reads nothing of columns that nobody named, or that a row does not have', () => {
    expect(valuesOf(['NOA', 'secret'], { fields: ['lastName', null, 'email'], nameOrder: 'first-last' })).toEqual({
      lastName: ['NOA'],
      email: [],
    });
  });
});
