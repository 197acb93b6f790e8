import { importSampleBytesMax, type ImportSeparator } from '../../../../../contract';
import { createRowCutter } from './csv';

/** As many bytes of a file's beginning as is guessed and shown by; more are not looked at. */
export const sampleBytesMax = importSampleBytesMax;

/** The first rows that can be read of the beginning of a table; with `isWhole` the text's last row is one too. */
export const firstRows = (text: string, separator: ImportSeparator, isWhole: boolean, rowsMax: number): string[][] => {
  const rows: string[][] = [];
  for (const row of createRowCutter(separator)(text, isWhole)) {
    if (rows.length === rowsMax) break;
    if (row.kind === 'row') rows.push(row.cells);
  }
  return rows;
};
