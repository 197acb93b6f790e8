import fc from 'fast-check';
import { importSeparators, type ImportSeparator } from '../../../../../contract';
import { createRowCutter, type Row } from './csv';

const cut = (pieces: readonly string[], separator: ImportSeparator = ','): Row[] => {
  const rowsOf = createRowCutter(separator);
  return [...pieces.flatMap((piece) => [...rowsOf(piece, false)]), ...rowsOf('', true)];
};
const cellsOf = (rows: readonly Row[]): string[][] =>
  rows.map((row) => (row.kind === 'row' ? row.cells : ['unreadable']));
const linesOf = (rows: readonly Row[]): number[] => rows.map(({ line }) => line);
const megabytes = (count: number, sign: string): string[] => Array<string>(count * 16).fill(sign.repeat(65_536));

describe('a table in rows', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['"a,b","c""d"\n', [['a,b', 'c"d']]],
    ['"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['a, "b, c"\n', [['a', 'b, c']]],
    ['""\n"",""\na\n', [['a']]],
    ['a,\n', [['a', '']]],
    [',,\n\n , \na', [['a']]],
    ['5" pipe,b\n', [['5" pipe', 'b']]],
    ['"a"b,c\n', [['ab', 'c']]],
    ['sep=,\na,b\n', [['a', 'b']]],
    ['SEP=;\r\na,b\n', [['a', 'b']]],
    ['a\nsep=,\n', [['a'], ['sep=', '']]],
    ['a\0b,__proto__,constructor\n', [['a\0b', '__proto__', 'constructor']]],
    ['=HYPERLINK("x"),+cmd,-1+1,@SUM\n', [['=HYPERLINK("x")', '+cmd', '-1+1', '@SUM']]],
    ['', []],
    ['\n\n', []],
  ])('reads %j', (text, rows) => expect(cellsOf(cut([text]))).toEqual(rows));

  it('names the line that each row begins on, whatever ends a line', () => {
    expect(linesOf(cut(['a\n\n"b\r\nb"\r\nc\rd']))).toEqual([1, 3, 5, 6]);
  });

  it('counts a line end that is cut in two once, behind a row and behind what is too long for one', () => {
    expect(linesOf(cut(['a\r', '\nb\n']))).toEqual([1, 2]);
    for (const rest of ['\nb\n', 'b\n']) expect(linesOf(cut([...megabytes(2, 'x'), '\r', rest]))).toEqual([1, 2]);
  });

  it('takes a quotation mark that never closes for a stray one, and reads on behind its line', () => {
    const rows = cut(['a,b\n"NOA,Arthur\nc,d\ne,f\n']);
    expect(cellsOf(rows)).toEqual([['a', 'b'], ['unreadable'], ['c', 'd'], ['e', 'f']]);
    expect(linesOf(rows)).toEqual([1, 2, 3, 4]);
  });

  it('does so in a file of millions of characters too', () => {
    const lines = 'NOA,Arthur\n'.repeat(300_000);
    const rows = cut(['"stray\n', lines]);
    expect(rows).toHaveLength(300_001);
    expect(rows.filter(({ kind }) => kind === 'unreadable')).toEqual([
      { kind: 'unreadable', line: 1, text: expect.stringMatching(/^"stray/) },
    ]);
  });

  it.each([
    ['a cell of 10 MB', megabytes(10, 'x')],
    ['a quoted cell of 10 MB', ['"', ...megabytes(10, 'x'), '"']],
    ['10 MB of separators', megabytes(10, ',')],
    ['10 MB of quotation marks', megabytes(10, '"')],
    ['10 MB of spaces', megabytes(10, ' ')],
    ['10,000 columns', [Array(10_000).fill('a').join(',')]],
  ])('has one unreadable row for %s, and reads the rows around it', (_case, pieces) => {
    const rows = cut(['a,b\n', ...pieces, '\r\n', 'c,d\n']);
    expect(cellsOf(rows)).toEqual([['a', 'b'], ['unreadable'], ['c', 'd']]);
    expect(linesOf(rows)).toEqual([1, 2, 3]);
    expect(rows[1]).toMatchObject({ text: expect.stringMatching(/^.{0,100}$/s) });
  });

  it('reads a file whose every line opens a quotation mark anew', () => {
    expect(cut(Array<string>(100_000).fill('"x\n')).length).toBeGreaterThan(10_000);
  });

  it('reads a text that comes sign by sign as one that comes at once', () => {
    const text = 'a,"b\r\n""c"\r\n"stray\r\nd,e\r\r\n';
    expect(cut([...text])).toEqual(cut([text]));
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\r', '\n', ' ', '\0', '=', '😀'),
  });
  const filled = fc
    .array(cell, { minLength: 1, maxLength: 4 })
    .filter((cells) => cells.some((one) => one.trim() !== ''));
  it('comes back as it was written, by any separator and line end, wherever it is cut', () => {
    const separators = fc.constantFrom(...importSeparators);
    const ends = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(fc.array(filled), separators, ends, fc.nat(10), (rows, separator, end, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => cells.map(quoted).join(separator) + end).join('');
        const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? [];
        expect(cellsOf(cut(pieces, separator))).toEqual(rows);
      })
    );
  });
});
