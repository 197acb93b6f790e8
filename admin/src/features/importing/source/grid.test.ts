import fc from 'fast-check';
import { importedFields } from '../../../../../contract/importing';
import { byNames, emptyRows, fill, filledRows, gridFields, isTable, parsePaste, toCsv } from './grid';

describe('what is pasted from a spreadsheet', () => {
  it('is cells between tabs and lines', () => {
    expect(parsePaste('NOA\tArthur\r\nKERN\t\r\n')).toEqual([
      ['NOA', 'Arthur'],
      ['KERN', ''],
    ]);
  });

  it('loses the quotation marks that a spreadsheet puts around a cell, and its line breaks', () => {
    expect(parsePaste('"Maison\n""Premium"""\tNOA')).toEqual([['Maison "Premium"', 'NOA']]);
  });

  it('keeps a quotation mark that stands in a text', () => {
    expect(parsePaste('le "Clos"\t"\n"a"b')).toEqual([['le "Clos"', '"'], ['"a"b']]);
  });

  it('keeps empty cells and rows in their places', () => {
    expect(parsePaste('\tb\n\nc')).toEqual([['', 'b'], [''], ['c']]);
  });

  it('comes back as it was copied, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ' ', ';', ',') }).map((text) => text.trim());
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((cells) => cells.some((one) => one !== ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const copied = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t')).join('\n');
        expect(parsePaste(copied)).toEqual(rows);
      })
    );
  });

  it('is one text where neither tab nor line stands in it', () => {
    expect([isTable('NOA'), isTable('NOA\n'), isTable('NOA\tArthur'), isTable('NOA\nKERN')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('names pasted over the columns', () => {
  const names = ['Nom', 'Prénom', 'Email'];
  it('say what stands below them, in whatever order', () => {
    const cells = [['EMAIL', 'nom'], ['a@x.example', 'NOA'], ['z@x.example']];
    expect(byNames(cells, names)).toEqual([
      ['NOA', '', 'a@x.example'],
      ['', '', 'z@x.example'],
    ]);
  });

  it('are none where one of them is not a column’s, or there is only one', () => {
    expect(byNames([['Nom', 'Zoé'], ['NOA']], names)).toBeNull();
    expect(byNames([['Nom'], ['NOA']], names)).toBeNull();
    expect(byNames([['Nom', '']], names)).toBeNull();
  });
});

describe('the grid', () => {
  it('has a column for everything that is read of a person', () => {
    expect([...gridFields].sort()).toEqual([...importedFields].sort());
  });

  const row = (...texts: string[]) => gridFields.map((_field, index) => texts[index] ?? '');

  it('is filled from a cell on, and grows', () => {
    const filled = fill(emptyRows(2), { row: 1, column: 1 }, [['Arthur', 'a@x.example'], ['Zoé']]);
    expect(filled).toEqual([row(), row('', 'Arthur', 'a@x.example'), row('', 'Zoé')]);
  });

  it('keeps what stands beside it, and drops what has no column', () => {
    const filled = fill([row('NOA', 'Arthur')], { row: 0, column: gridFields.length - 1 }, [['fr', 'too much']]);
    expect(filled).toEqual([row('NOA', 'Arthur', '', '', '', '', '', 'fr')]);
  });

  it('is a table of what stands in it', () => {
    const rows = [row('NOA', 'Arthur "Tutu"'), row(' '), row('KERN, Zoé')];
    expect(filledRows(rows)).toHaveLength(2);
    expect(toCsv(rows)).toBe('"NOA","Arthur ""Tutu""","","","","","",""\r\n"KERN, Zoé","","","","","","",""\r\n');
    expect(toCsv(emptyRows(3))).toBe('');
  });
});
