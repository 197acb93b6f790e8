import { encode } from 'iconv-lite';
import type { CsvFormat } from './format';
import { sampleBytesMax } from './first-rows';
import { guessFormat } from './guess-format';

const guess = (text: string, codec = 'utf8') => guessFormat(encode(text, codec), true);
const csv = (text: string): Partial<CsvFormat> => {
  const format = guess(text);
  return format.kind === 'csv' ? { separator: format.separator, hasHeader: format.hasHeader } : {};
};

describe('guessFormat', () => {
  it.each([
    ['Nom;Prénom;Société\nNOA;Arthur;Maison, Premium\nDupont;Zoé;A, B, C\n', ';', true],
    ['Last Name,First Name\n"Noa; A","Arthur; B"\n', ',', true],
    ['Příjmení\tJméno\nNovák\tJan\n', '\t', true],
    ['Nom;Prénom;Ville, pays\nNOA;Arthur;Rennes, France\n', ';', true],
    ['Nom|Prénom\nNOA|Arthur\n', '|', true],
    ['NOA;Arthur;arthur@example.com\nDupont;Zoé;zoe@example.com\n', ';', false],
    ['Wer;Was\nNOA;arthur@example.com\n', ';', true],
    ['arthur@example.com\nzoe@example.com\n', ',', false],
    ['Dupont;Zoé;Ville de Paris\nNOA;Arthur;Direct Assurance\n', ';', false],
    ['NOA;Arthur;Direct Assurance\nDupont;Zoé;Ville de Paris\n', ';', false],
    ['Mobil;Direct;Spalte\n1;2;3\n', ';', true],
    ['E-mail\narthur@example.com\n', ',', true],
    ['Arthur Noa\nZoé Dupont\n', ',', false],
    ['sep=;\nNom;Prénom\nNOA;Arthur\n', ';', true],
    ['sep=|\nNom\nNOA\n', '|', true],
    ['"Nom";"Notes"\n"NOA";"a\nb,c\nd,e\nf,g"\n', ';', true],
    ['Nom;Prénom', ';', true],
  ])('of %j: separator %j, header %s', (text, separator, hasHeader) => {
    expect(csv(text)).toEqual({ separator, hasHeader });
  });

  it.each([
    ['utf8', 'utf-8'],
    ['utf16le', 'utf-16le'],
    ['utf16be', 'utf-16be'],
    ['windows1250', 'windows-1250'],
  ])('says how a file in %s is encoded', (codec, encoding) => {
    const text = 'Příjmení;Jméno\r\nDvořáček;Jiří\r\n';
    expect(guess(text, codec)).toEqual({ kind: 'csv', encoding, separator: ';', hasHeader: true });
  });

  it.each(['utf8', 'utf16le', 'utf16be'])('knows cards in %s', (codec) => {
    expect(guess('\r\nbegin:vcard\r\nVERSION:2.1\r\nN:Noa;Arthur\r\nEND:VCARD\r\n', codec).kind).toBe('vcard');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['spaces', Buffer.from(' \r\n\t\n'), 'empty'],
    ['a mark of the byte order alone', Buffer.from([0xef, 0xbb, 0xbf]), 'empty'],
    ['a workbook or an archive', Buffer.from('504b030414000600', 'hex'), 'binary'],
    ['an older workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'binary'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'binary'],
    ['zeros', Buffer.alloc(1_000), 'binary'],
    ['bytes of all kinds', Buffer.from(Array.from({ length: 4_096 }, (_none, at) => (at * 7919) % 256)), 'binary'],
  ])('refuses %s', (_case, bytes, reason) => {
    expect(guessFormat(bytes, true)).toEqual({ kind: 'unreadable', reason });
  });

  it('takes a sample that is cut off for what it is, and looks at no more', () => {
    const row = 'NOA;Arthur;"Maison, Premium"\r\n';
    const text = `Nom;Prénom;Société\r\n${row.repeat(20_000)}`;
    const bytes = Buffer.from(text);
    expect(bytes.length).toBeGreaterThan(sampleBytesMax);
    expect(guessFormat(bytes, true)).toMatchObject({ separator: ';', hasHeader: true });
    expect(guessFormat(bytes.subarray(0, 45), false)).toMatchObject({ separator: ';', hasHeader: true });
  });

  it('does not break on what is no table', () => {
    for (const text of [
      '"',
      '""',
      ',',
      '"\n"\n"',
      ','.repeat(300_000),
      '"'.repeat(300_001),
      '__proto__,constructor\n1,2',
    ])
      expect(guess(text).kind).toBe('csv');
  });
});
