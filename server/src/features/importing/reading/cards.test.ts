import { encode } from 'iconv-lite';
import { guessFormat } from './guess-format';
import { readPeople, type RowResult } from './people';

/** In pieces of a few bytes, as they are guessed. */
const read = async (bytes: Buffer, size = 3): Promise<RowResult[]> => {
  const format = guessFormat(bytes, true);
  if (format.kind !== 'vcard') throw new Error(`no cards, but ${format.kind}`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_none, at) =>
    bytes.subarray(size * at, size * (at + 1))
  );
  const list: RowResult[] = [];
  for await (const result of readPeople(pieces, format)) list.push(result);
  return list;
};
const cardOf = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const peopleOf = async (text: string, codec = 'utf8', addBOM = false) =>
  (await read(encode(text, codec, { addBOM }))).map(({ person }) =>
    Object.fromEntries(Object.entries(person ?? {}).filter(([, value]) => value !== null))
  );
const simek = { lastName: 'Šimek', firstName: 'Jiří' };

describe('readPeople of cards', () => {
  it('reads version 2.1 as Outlook and telephones write it', async () => {
    const text = cardOf(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=A0imek;Ji=C5=99=C3=AD;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ji=C5=99=C3=AD =C5=A0imek',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=BDelez=C3=A1rny =C3=9Ast=C3=',
      '=AD nad Labem;Prodej',
      'TEL;WORK;VOICE:+420 601 111 111',
      'TEL;CELL:+420 602 222 222',
      'TEL;WORK;FAX:+420 603 333 333',
      'EMAIL;PREF;INTERNET:jiri@example.cz',
      'PHOTO;ENCODING=BASE64;TYPE=JPEG:',
      ' /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkMEQ8S',
      ''
    );
    expect(await peopleOf(text)).toEqual([
      {
        ...simek,
        email: 'jiri@example.cz',
        phone: '+420 601 111 111',
        mobile: '+420 602 222 222',
        company: 'Železárny Ústí nad Labem',
      },
    ]);
  });

  it.each([
    ['windows1250', 'windows-1250'],
    ['iso88592', 'ISO-8859-2'],
  ])('reads a value in %s that names its encoding, quoted and not', async (codec, charset) => {
    const quoted = [...encode('Šimek;Jiří', codec)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');
    const text = (value: string, more: string) => cardOf('VERSION:2.1', `N;CHARSET=${charset}${more}:${value}`);
    expect(await peopleOf(text(quoted, ';ENCODING=QUOTED-PRINTABLE'))).toEqual([simek]);
    expect(await peopleOf(text('Šimek;Jiří', ''), codec)).toEqual([simek]);
  });

  it('finds the encoding of quoted bytes that name none, and of one that there is not', async () => {
    const line = 'N;ENCODING=QUOTED-PRINTABLE:=8Aimek;Ji=F8=ED';
    expect(await peopleOf(cardOf('VERSION:2.1', line))).toEqual([simek]);
    expect(await peopleOf(cardOf('VERSION:2.1', line.replace(';', ';CHARSET=no-such;')))).toEqual([simek]);
  });

  it.each(['utf8', 'utf16le', 'utf16be', 'windows1250'])('reads version 3.0 in %s', async (codec) => {
    const text = cardOf(
      'VERSION:3.0',
      'N:Šimek;Jiří;;Ing.;',
      'FN:Ing. Jiří Šimek',
      'ORG:Včelař\\, a. s.\\; Praha;Prodej'
    );
    const expected = [{ ...simek, company: 'Včelař, a. s.; Praha' }];
    expect(await peopleOf(text, codec)).toEqual(expected);
    expect(await peopleOf(text.replaceAll('\r\n', '\n'), codec)).toEqual(expected);
    if (codec !== 'windows1250') expect(await peopleOf(text, codec, true)).toEqual(expected);
  });

  it('unfolds in the middle of a letter', async () => {
    const [before, after] = [
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Šimek;Ji'),
      Buffer.from('ří\r\nEND:VCARD\r\n'),
    ];
    const fold = Buffer.from('\r\n ');
    const bytes = Buffer.concat([before, after.subarray(0, 1), fold, after.subarray(1, 3), fold, after.subarray(3)]);
    expect(await read(bytes)).toMatchObject([{ person: simek, problems: [] }]);
  });

  it('keeps the space that version 2.1 folds at, and drops the one that later versions put in', async () => {
    expect(await peopleOf(cardOf('VERSION:2.1', 'N:Noa;Jean', ' Paul'))).toEqual([
      { lastName: 'Noa', firstName: 'Jean Paul' },
    ]);
    expect(await peopleOf(cardOf('VERSION:3.0', 'N:Noa;Jean', '  Paul'))).toEqual([
      { lastName: 'Noa', firstName: 'Jean Paul' },
    ]);
    expect(await peopleOf(cardOf('VERSION:3.0', 'N:Noa;Je', ' an'))).toEqual([{ lastName: 'Noa', firstName: 'Jean' }]);
  });

  it('reads version 4.0: URIs, preference, alternatives, language', async () => {
    const text = cardOf(
      'VERSION:4.0',
      'N;ALTID=1;LANGUAGE=cs:Šimek;Jiří;;;',
      'N;ALTID=1;LANGUAGE=en:Simek;Jiri;;;',
      'EMAIL;TYPE=home;PREF=2:home@example.cz',
      'EMAIL;TYPE="work,other";PREF=1:mailto:work@example.cz',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+420-601-111-111;ext=5',
      'LANG:cs'
    );
    expect(await read(Buffer.from(text))).toMatchObject([
      {
        person: { ...simek, email: 'work@example.cz', mobile: '+420-601-111-111', locale: 'cs' },
        problems: [{ code: 'left-out', field: 'email', value: 'home@example.cz' }],
      },
    ]);
  });

  it('reads groups and the labels that Apple gives them', async () => {
    const text = cardOf(
      'VERSION:3.0',
      'N:Noa;Arthur;;;',
      'item1.TEL;type=pref:02 23',
      'item1.X-ABLabel:_$!<Mobile>!$_',
      'item2.TEL:02 24',
      'item2.X-ABLabel:Ligne directe',
      'item3.EMAIL;type=INTERNET:arthur@example.com',
      'item4.TEL;type=WORK:02 25',
      'item4.X-ABLabel:Fax'
    );
    expect(await peopleOf(text)).toEqual([
      { lastName: 'Noa', firstName: 'Arthur', mobile: '02 23', directLine: '02 24', email: 'arthur@example.com' },
    ]);
  });

  it('splits the whole name where there is no other, and takes a company for no person', async () => {
    const text =
      cardOf('VERSION:3.0', 'FN:Arthur Noa') +
      cardOf('VERSION:3.0', 'N:;;;;', 'FN:Maison Premium', 'ORG:Maison Premium');
    const [person, company] = await read(Buffer.from(text));
    expect(person).toMatchObject({ line: 1, person: { lastName: 'Noa', firstName: 'Arthur' }, problems: [] });
    expect(company).toMatchObject({
      line: 5,
      person: { lastName: null, company: 'Maison Premium' },
      problems: [{ code: 'no-name' }],
    });
  });

  it('does not guess what is missing of a card that is cut off', async () => {
    const whole = cardOf('VERSION:3.0', 'N:Noa;Arthur', 'EMAIL:arthur@example.com');
    const cut = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Dupont;Zoé\r\nEMAIL:zoe@example.co';
    for (const text of [`${whole}${cut}`, `${cut}\r\n${whole}`]) {
      const rows = await read(Buffer.from(text));
      expect(rows.map(({ person }) => person?.email)).toEqual(
        text.startsWith(whole) ? ['arthur@example.com', undefined] : [undefined, 'arthur@example.com']
      );
      expect(rows.flatMap(({ problems }) => problems)).toEqual([{ code: 'unreadable-row', field: null, value: '' }]);
    }
  });

  it('passes over what is no property, what is outside of cards, and the card of somebody else within one', async () => {
    const agent = cardOf('VERSION:2.1', 'N:Agent;Secret').split('\r\n').slice(0, -1);
    const text = `${cardOf('VERSION:2.1', 'N:Noa;Arthur', 'no property', ':', ';;;', 'AGENT:', ...agent, 'TEL;CELL:06 22')}TEL:02 23\r\nEND:VCARD\r\n`;
    expect(await peopleOf(text)).toEqual([{ lastName: 'Noa', firstName: 'Arthur', mobile: '06 22' }]);
  });

  it.each([
    ['a picture of 10 MB in one line', `PHOTO;ENCODING=b:${'A'.repeat(10_000_000)}`],
    ['a picture of 10 MB in folded lines', `PHOTO;ENCODING=b:\r\n${' AAAA/+AAAA\r\n'.repeat(800_000)}`],
    ['quoted lines without end', `NOTE;ENCODING=QUOTED-PRINTABLE:=\r\n${'=\r\n'.repeat(1_000_000)}`],
    ['a property of backslashes', `ORG:${'\\'.repeat(1_000_001)}`],
    ['parameters without end', `TEL${';a="b'.repeat(300_000)}:1`],
    ['a NUL, and names that every object has', '__proto__:1\r\nTEL;__proto__=1;constructor:\r\nX\0:1'],
    ['an empty line', ''],
  ])('is not stopped by %s', async (_case, lines) => {
    const [row] = await read(Buffer.from(cardOf('VERSION:3.0', lines, 'N:Noa;Arthur')), 65_536);
    expect(row?.person).toMatchObject({ lastName: 'Noa', firstName: 'Arthur' });
  });

  it('takes no line of a long text for a property', async () => {
    const note = `NOTE;ENCODING=QUOTED-PRINTABLE:=\r\n${`${'x'.repeat(70)}=\r\n`.repeat(300)}EMAIL:eve@evil.tld=\r\n`;
    expect(await peopleOf(cardOf('VERSION:2.1', note, 'N:Noa'))).toEqual([{ lastName: 'Noa' }]);
  });

  it('does not hold a card of a million properties', async () => {
    const [row, next] = await read(Buffer.from(cardOf('TEL:1\r\n'.repeat(1_000_000)) + cardOf('N:Noa')), 65_536);
    expect([row?.person, next?.person?.lastName]).toEqual([null, 'Noa']);
  });
});
