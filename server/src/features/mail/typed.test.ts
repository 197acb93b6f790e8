import * as fc from 'fast-check';
import { asData } from './typed';

/** What some mail client makes a link of: a host, an address, a scheme with something behind it, a share, in one piece. */
const linked = [
  /[\p{L}\p{M}\p{N}_-][\u200C\u200D]*[.\u2024\u3002\uFE52\uFF0E\uFF61][\u200C\u200D]*[\p{L}\p{M}\p{N}\p{S}]/u,
  /\S[@\uFE6B\uFF20]|[@\uFE6B\uFF20]\S/u,
  /[\p{L}\p{N}]:\S/u,
  /[\\/]{2}/,
];
const findsLink = (text: string): boolean => linked.some((pattern) => pattern.test(text));

describe('what a person typed', () => {
  it.each([
    ['www.evil.tld', 'www. evil. tld'],
    ['evil.tld', 'evil. tld'],
    ['EVIL.TLD/x?y#z', 'EVIL. TLD/x?y#z'],
    ['https://evil.tld/x', 'https: /evil. tld/x'],
    ['http:evil.tld', 'http: evil. tld'],
    ['//evil.tld', '/evil. tld'],
    ['\\\\evil\\share', '\\evil\\share'],
    ['file:///etc/passwd', 'file: /etc/passwd'],
    ['a@b.cz', 'a @ b. cz'],
    ['mailto:a@b.cz?subject=x', 'mailto: a @ b. cz?subject=x'],
    ['tel:+420123456789', 'tel: +420123456789'],
    ['javascript:alert(1)', 'javascript: alert(1)'],
    ['localhost:1337', 'localhost: 1337'],
    ['http://192.0.2.1/x', 'http: /192. 0. 2. 1/x'],
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e. com'],
    ['пример.рф', 'пример. рф'],
    ['evil。tld', 'evil。 tld'],
    ['evil．tld｡x', 'evil． tld｡ x'],
    ['ｅvil@ｅvil.tld', 'ｅvil @ ｅvil. tld'],
    ['evil\u200B.tld', 'evil. tld'],
    ['evil\u00AD.\u2060tld', 'evil. tld'],
    ['evil.\u200Ctld', 'evil. \u200Ctld'],
    ['a\u202Emoc.live', 'amoc. live'],
    ['i❤.ws', 'i❤. ws'],
    ['[Log in](https://evil.tld)', '[Log in](https: /evil. tld)'],
    ['Anne\r\nBcc: x@y.z', 'Anne Bcc: x @ y. z'],
    ['J.R.R. Tolkien', 'J. R. R. Tolkien'],
    ['Studio@Home', 'Studio @ Home'],
    ['jana.novakova@example.com', 'jana. novakova @ example. com'],
  ])('%j is shown as %j', (typed, expected) => {
    expect(asData(typed)).toBe(expected);
    expect(findsLink(asData(typed))).toBe(false);
  });

  it.each([
    'd’Atelier Nord',
    'O’Neil',
    "O'Neil",
    'Jean-Luc',
    'Müller & Söhne',
    'Élodie Nováková',
    '1. FC Köln',
    'Acme Co., Ltd.',
    'Dr. med. Anna Weiß',
    'AT&T',
    'Projekt (2026) – «Nord»',
    'Rue A/B',
    'Attention : urgent',
    '王小明',
    '公司：北京',
    'محمد بن سلمان',
    'می\u200Cخواهم',
    'क्\u200Dष',
    '邉\u{E0101}',
    '👩\u200D🔧 Ltd',
    'Ångström…',
    '',
  ])('%j stays as it is', (typed) => {
    expect(asData(typed)).toBe(typed);
  });

  it('is one line without a link, whatever it was; shown twice it is the same', () => {
    const pieces = fc.constantFrom(
      ...[
        'www',
        'evil',
        'tld',
        '.',
        '。',
        '．',
        '@',
        '＠',
        ':',
        '/',
        '\\',
        '//',
        'https',
        ' ',
        '\n',
        '\u200B',
        '\u200C',
        '\u00AD',
      ],
      ...['\u202E', 'é', 'e\u0301', '1', '-', '_', '(', '…', '💩', '#', '?', 'ｗ', '\uD800', '\u2028']
    );
    const hostile = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' })
    );
    fc.assert(
      fc.property(hostile, (typed) => {
        const shown = asData(typed);
        expect(findsLink(shown)).toBe(false);
        expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u200B\u202A-\u202E]/u);
        expect([...shown].length).toBeLessThanOrEqual(100);
        expect(asData(shown)).toBe(shown);
      }),
      { numRuns: 2_000 }
    );
  });

  it('is not without end', () => {
    expect([...asData('é'.repeat(5_000))]).toHaveLength(100);
    expect(asData('é'.repeat(101))).toMatch(/…$/);
  });
});
