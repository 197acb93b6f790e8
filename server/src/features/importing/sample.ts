import type { BodyOf, ImportFormat, ResponseOf, SampleImport } from '../../../../contract';
import { guessFormat, readPeople, sampleOf, sampleRowsMax, type Format, type Reading, type RowResult } from './reading';

type Asked = BodyOf<typeof SampleImport>;
type Answer = ResponseOf<typeof SampleImport>;

/** A format as it is kept. */
export const formatOf = ({ kind, encoding, separator, hasHeader }: ImportFormat): Format =>
  kind === 'csv' && separator !== undefined && hasHeader !== undefined
    ? { kind, encoding, separator, hasHeader }
    : { kind: 'vcard', encoding };

/** The first people of a file. Of one that goes on, the last that its beginning holds may be cut: it is left out. */
const firstPeople = async (bytes: Buffer, reading: Reading, isWhole: boolean): Promise<RowResult[]> => {
  const rows: RowResult[] = [];
  for await (const row of readPeople([bytes], reading)) {
    if (rows.length === sampleRowsMax) return rows;
    rows.push(row);
  }
  return isWhole ? rows : rows.slice(0, -1);
};

const sent = (rows: readonly RowResult[]): Answer['rows'] =>
  rows.map(({ line, person, problems }) => ({ line, person: person && { ...person }, problems: [...problems] }));

/** How a file looks by its beginning, by what an editor says of it and by guesses where nothing is said. */
export const sampleImport = async ({ beginning, isWhole, ...asked }: Asked): Promise<Answer> => {
  const bytes = Buffer.from(beginning, 'base64');
  const guess = guessFormat(bytes, isWhole);
  const none = { header: null, cells: [], mapping: null, rows: [] };
  if (guess.kind === 'unreadable') return { ...none, unreadable: guess.reason, format: null };
  const format = asked.format === undefined ? guess : formatOf(asked.format);
  if (format.kind === 'vcard')
    return { ...none, unreadable: null, format, rows: sent(await firstPeople(bytes, format, isWhole)) };
  const sample = sampleOf(bytes, format, isWhole);
  const mapping = asked.mapping ?? sample.mapping;
  return {
    unreadable: null,
    format,
    header: sample.header && [...sample.header],
    cells: sample.rows.map((cells) => [...cells]),
    mapping: { ...mapping, fields: [...mapping.fields] },
    rows: sent(await firstPeople(bytes, { ...format, mapping }, isWhole)),
  };
};
