import type { BodyOf } from '../../../../contract/endpoint';
import type { CheckImport, ImportFormat, ImportMapping, ImportSource } from '../../../../contract/importing';
import { gridReading, toCsv, type GridRow } from './source/grid';

/** How a file is read. */
export interface Reading {
  format: ImportFormat;
  /** Null of an address book. */
  mapping: ImportMapping | null;
}

/** A file that the browser holds: nothing of it is on the server before it is sent. */
export interface HeldFile {
  source: ImportSource;
  file: File;
  /** How it is read, where that is known; else an editor is asked. */
  reading: Reading | null;
}

/** What was typed into the grid, as a file. */
export const typedFile = (rows: readonly GridRow[], name: string): HeldFile => ({
  source: 'typed',
  file: new File([toCsv(rows)], name, { type: 'text/csv' }),
  reading: { format: gridReading.format, mapping: { ...gridReading.mapping, fields: [...gridReading.mapping.fields] } },
});

export const chosenFile = (file: File): HeldFile => ({ source: 'file', file, reading: null });

/** The reading in the form of the contract. */
export const readingBody = ({ format, mapping }: Reading): BodyOf<typeof CheckImport> => ({
  format,
  mapping: format.kind === 'csv' ? mapping : null,
});

/** Whether somebody chose the file again of which a part was sent. */
export const isSameFile = (file: Pick<File, 'size'>, { size }: { size: number }): boolean => file.size === size;
