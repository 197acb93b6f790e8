import { encode } from 'iconv-lite';
import { guessEncoding } from './guess-encoding';

const french = 'Nom;Prénom;Société\r\nLefèvre;Chloé;Café de l’Île\r\nBenoît;François;Hôtel où ça\r\n';
const onlyAcute = 'Nom;Prénom\r\nDupont;Zoé\r\n';
const acuteAndGrave = 'Nom;Prénom\r\nDupont;Hélène\r\n';
const czech = 'Příjmení;Jméno;Firma\r\nDvořáček;Jiří;Železárny Ústí\r\nŽižková;Štěpánka;Včelař\r\n';
const fewCzech = 'Jmeno;Telefon\r\nDušek;+420 601 123 456\r\nČermak;+420 602\r\n';

const bytesOf = (text: string, encoding: string, addBOM = false) => encode(text, encoding, { addBOM });

describe('guessEncoding', () => {
  it.each([
    ['utf8', 'utf-8'],
    ['utf16le', 'utf-16le'],
    ['utf16be', 'utf-16be'],
  ])('knows %s in any language, with a mark of the byte order and without', (codec, encoding) => {
    for (const text of [french, onlyAcute, czech, fewCzech])
      for (const mark of [true, false]) expect(guessEncoding(bytesOf(text, codec, mark))).toBe(encoding);
  });

  it.each([
    ['French', french, 'windows1252', 'windows-1252'],
    ['French', french, 'macroman', 'macintosh'],
    ['French with é alone', onlyAcute, 'windows1252', 'windows-1252'],
    ['French with é alone', onlyAcute, 'macroman', 'macintosh'],
    ['French with é and è', acuteAndGrave, 'windows1252', 'windows-1252'],
    ['French with é and è', acuteAndGrave, 'macroman', 'macintosh'],
    ['Czech', czech, 'windows1250', 'windows-1250'],
    ['Czech', czech, 'maccenteuro', 'x-mac-ce'],
    ['Czech with a letter that could be French', 'Jmeno;Mail\r\nMareček;a@b.cz\r\n', 'windows1250', 'windows-1250'],
    ['French punctuation', 'Nom\r\nL’Oréal – Paris\r\nd’Arc – “Jeanne”\r\n', 'windows1252', 'windows-1252'],
    ['French with apostrophes alone', 'Nom\r\nAu fil de l’eau\r\n', 'windows1252', 'windows-1252'],
    ['French within words', 'Nom\r\nBenoît\r\nNoël\r\n', 'macroman', 'macintosh'],
    ['Czech with two letters', fewCzech, 'windows1250', 'windows-1250'],
  ])('knows %s, %j in %s', (_language, text, codec, encoding) => {
    expect(guessEncoding(bytesOf(text, codec))).toBe(encoding);
  });

  it('takes ASCII for UTF-8, and nothing too', () => {
    expect(guessEncoding(Buffer.from('Nom;Prenom\nNOA;Arthur\n'))).toBe('utf-8');
    expect(guessEncoding(Buffer.alloc(0))).toBe('utf-8');
  });

  it('takes a sample that ends in the middle of a letter for what it is', () => {
    const bytes = bytesOf('Zoé', 'utf8');
    expect(guessEncoding(bytes.subarray(0, bytes.length - 1))).toBe('utf-8');
  });

  it('holds a few broken bytes for errors in UTF-8, not for another encoding', () => {
    const bytes = Buffer.concat([bytesOf(french, 'utf8'), Buffer.from([0xe9, 0x0a]), bytesOf(french, 'utf8')]);
    expect(guessEncoding(bytes)).toBe('utf-8');
  });

  it('does not take a few NULs for UTF-16', () => {
    expect(guessEncoding(Buffer.from(`Nom;Prénom\nNO\0A;Chloé\n${'Dupont;Zoé\n'.repeat(5)}`))).toBe('utf-8');
  });
});
