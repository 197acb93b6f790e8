import { Readable } from 'node:stream';
import { encode } from 'iconv-lite';
import type { CsvFormat } from './format';
import { guessFormat } from './guess-format';
import { readPeople, type RowResult } from './people';
import { sampleOf } from './rows';

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};
const csvOf = (bytes: Buffer): CsvFormat => {
  const format = guessFormat(bytes, true);
  if (format.kind !== 'csv') throw new Error(`no table, but ${format.kind}`);
  return format;
};
/** A file as the wizard reads it where nobody corrects a guess, in pieces of three bytes. */
const read = async (bytes: Buffer): Promise<RowResult[]> => {
  const format = csvOf(bytes);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 3) }, (_none, at) => bytes.subarray(3 * at, 3 * at + 3));
  const { mapping } = sampleOf(bytes, format, true);
  return all(readPeople(Readable.from(pieces), { ...format, mapping }));
};
const peopleOf = async (text: string, codec = 'utf8', addBOM = false) =>
  (await read(encode(text, codec, { addBOM }))).map(({ person }) =>
    Object.fromEntries(Object.entries(person ?? {}).filter(([, value]) => value !== null))
  );

const contacts = [
  { lastName: 'Lefèvre', firstName: 'Chloé', email: 'chloe@example.com', company: 'Café, «L’Île»' },
  { lastName: 'Benoît', firstName: 'François', email: 'francois@example.com', company: 'Hôtel; où ça' },
];
const kontakty = [
  { lastName: 'Dvořáček', firstName: 'Jiří', email: 'jiri@example.cz', company: 'Železárny, Ústí' },
  { lastName: 'Žižková', firstName: 'Štěpánka', email: 'stepanka@example.cz', company: 'Včelař' },
];
const tableOf = (people: typeof contacts, header: string, separator: string, end: string) =>
  [
    header,
    ...people.map((one) =>
      Object.values(one)
        .map((text) => `"${text}"`)
        .join(separator)
    ),
  ]
    .map((line) => line.replaceAll('|', separator) + end)
    .join('');

describe('readPeople', () => {
  const separators = [',', ';', '\t', '|'];
  it.each(['utf8', 'utf16le', 'utf16be', 'windows1252', 'macroman'])(
    'reads French in %s, whatever separates and ends',
    async (codec) => {
      for (const separator of separators)
        for (const end of ['\r\n', '\n', '\r'])
          expect(await peopleOf(tableOf(contacts, 'Nom|Prénom|Courriel|Société', separator, end), codec)).toEqual(
            contacts
          );
    }
  );

  it.each(['utf8', 'utf16le', 'utf16be', 'windows1250', 'maccenteuro'])(
    'reads Czech in %s, whatever separates and ends',
    async (codec) => {
      for (const separator of separators)
        for (const end of ['\r\n', '\n', '\r'])
          expect(await peopleOf(tableOf(kontakty, 'Příjmení|Jméno|E-mail|Firma', separator, end), codec)).toEqual(
            kontakty
          );
    }
  );

  it.each(['utf8', 'utf16le', 'utf16be'])(
    'does not read a mark of the byte order into the first header: %s',
    async (codec) => {
      expect(await peopleOf('Jméno\r\nJan Novák\r\n', codec, true)).toEqual([{ lastName: 'Novák', firstName: 'Jan' }]);
    }
  );

  it('names the lines as an editor of texts does', async () => {
    const rows = await read(Buffer.from('sep=;\r\nNom;Prénom\r\n\r\n"NO\r\nA";Arthur\r\n;;\r\nDupont;Zoé'));
    expect(rows.map(({ line, person }) => [line, person?.lastName])).toEqual([
      [4, 'NO A'],
      [7, 'Dupont'],
    ]);
  });

  it('types Google’s numbers row by row, and splits its values', async () => {
    const text =
      'Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\r\n' +
      'Arthur Noa,Arthur,Noa,* Work,a@example.com ::: b@example.com,Mobile,06 22,Work,02 23\r\n' +
      'Zoé Dupont,,,,zoe,Work Fax,02 24,Portable,06 23\r\n';
    const [arthur, zoe] = await read(Buffer.from(text));
    expect(arthur).toMatchObject({
      person: { lastName: 'Noa', firstName: 'Arthur', email: 'a@example.com', mobile: '06 22', phone: '02 23' },
      problems: [{ code: 'left-out', field: 'email', value: 'b@example.com' }],
    });
    expect(zoe).toMatchObject({
      person: { lastName: 'Dupont', firstName: 'Zoé', email: null, mobile: '06 23', phone: null },
      problems: [{ code: 'bad-address', field: 'email', value: 'zoe' }],
    });
  });

  it('takes off what keeps a text from a spreadsheet, and nothing else', async () => {
    const text = 'Nom de famille;Téléphone;Société\n="NOA";\'+33622334455;=HYPERLINK("x")\n\'t Hooft;="0622";-1+1\n';
    expect(await peopleOf(text)).toEqual([
      { lastName: 'NOA', phone: '+33622334455', company: '=HYPERLINK("x")' },
      { lastName: "'t Hooft", phone: '0622', company: '-1+1' },
    ]);
  });

  it('says which row cannot be read, and reads those around it', async () => {
    const rows = await read(Buffer.from('Nom;Prénom\nNOA;Arthur\n"Stray;Zoé\nDupont;Zoé\n'));
    expect(rows.map(({ line, person }) => [line, person?.lastName ?? null])).toEqual([
      [2, 'NOA'],
      [3, null],
      [4, 'Dupont'],
    ]);
    expect(rows[1]?.problems).toEqual([
      { code: 'unreadable-row', field: null, value: expect.stringContaining('"Stray;Zoé') },
    ]);
  });

  it('says it where the encoding is not the one that was guessed', async () => {
    const bytes = encode('Nom;Prénom\nLefèvre;Chloé\n', 'windows1252');
    const format: CsvFormat = { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true };
    const [row] = await all(
      readPeople([bytes], { ...format, mapping: { fields: ['lastName', 'firstName'], nameOrder: 'first-last' } })
    );
    expect(row?.problems.map(({ code }) => code)).toEqual(['unreadable-text', 'unreadable-text', 'no-name']);
  });

  it('reads rows that are shorter or longer than the header', async () => {
    expect(await peopleOf('Nom;Prénom;Mobile\nNOA\nDupont;Zoé;06 22;more;and more\n')).toEqual([
      { lastName: 'NOA' },
      { lastName: 'Dupont', firstName: 'Zoé', mobile: '06 22' },
    ]);
  });

  it('reads headers that name what every object has', async () => {
    expect(await peopleOf('__proto__;constructor;Nom;Nom\na;b;NOA;c\n')).toEqual([{ lastName: 'NOA' }]);
    expect(Object.prototype).not.toHaveProperty('lastName');
  });

  it('fails as its source fails', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('the disk is gone'));
      },
    });
    const reading = {
      kind: 'csv',
      encoding: 'utf-8',
      separator: ';',
      hasHeader: false,
      mapping: { fields: [], nameOrder: 'first-last' },
    } as const;
    await expect(all(readPeople(broken, reading))).rejects.toThrow('the disk is gone');
  });
});

describe('sampleOf', () => {
  it('shows twenty rows below the header, and none that is cut off', () => {
    const bytes = Buffer.from(`Nom;Prénom\n${'NOA;Arthur\n'.repeat(30)}`);
    const sample = sampleOf(bytes, csvOf(bytes), true);
    expect(sample).toMatchObject({ header: ['Nom', 'Prénom'], mapping: { fields: ['lastName', 'firstName'] } });
    expect(sample.rows).toHaveLength(20);
    expect(sampleOf(bytes.subarray(0, 30), csvOf(bytes), false).rows).toEqual([['NOA', 'Arthur']]);
    expect(sampleOf(bytes, { ...csvOf(bytes), hasHeader: false }, true)).toMatchObject({
      header: null,
      rows: { length: 20 },
    });
  });
});
