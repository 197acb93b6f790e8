import fc from 'fast-check';
import { fold } from '../../../../contract';
import pairs from '../../../../tests/support/search-pairs.json';
import { timesTheWork } from '../../../../tests/support/timing';
import { patternOf } from './pattern';

const finds = (text: string, typed: string): boolean => new RegExp(patternOf(fold(typed)), 'u').test(text);

describe('patternOf', () => {
  it.each(pairs)('of $typed, in $text: $found', ({ text, typed, found }) => {
    expect(finds(text, typed)).toBe(found);
    expect(fold(text).includes(fold(typed))).toBe(found);
  });

  const often = 'aeéèÉoœŒsßſtﬁﬃﬀﬅfiIİıøØlłĿǆdzDZ™tmM№ⅷvi½12²x１ＡＢﾊΣςσйиЁе \u0301\u0302\u00ad\u200b\u00a0\t\n';
  const others = '\'’ʼŉn-‑–_%\\.*+?()[]{}^$|"«»…¨´`한가ガカ京م😀';
  const rare = fc
    .nat(0xffff)
    .filter((point) => point > 0 && (point < 0x530 || (point >= 0x1d00 && point < 0x2190) || point >= 0xff00))
    .map((point) => String.fromCodePoint(point));
  const sign = fc.oneof({ arbitrary: fc.constantFrom(...often, ...others), weight: 9 }, { arbitrary: rare, weight: 1 });
  const text = (max: number) => fc.array(sign, { maxLength: max }).map((signs) => signs.join(''));

  it('finds what is in the folded text, and nothing else', () => {
    const typed = fc.tuple(text(12), text(4), fc.nat(12), fc.nat(6), fc.boolean());
    fc.assert(
      fc.property(typed, ([whole, other, start, length, isPart]) => {
        const asked = fold(isPart ? [...fold(whole)].slice(start, start + length).join('') : other);
        if (asked === '') return;
        expect(finds(whole, asked)).toBe(fold(whole).includes(asked));
      }),
      { numRuns: 5_000 }
    );
  });

  it('takes Korean that is taken apart for the same', () => {
    expect(finds('한국'.normalize('NFD'), '한국')).toBe(true);
    expect(finds('한국', '한국'.normalize('NFD'))).toBe(true);
  });

  it.each(['e', 'ffi', 'ss st ffi ', 'viii', '...', 'oe', 'a ', '한', '\\'])(
    'of a hundred signs %j stays small',
    (part) => {
      const typed = fold(part.repeat(100)).slice(0, 100);
      expect(Buffer.byteLength(patternOf(typed))).toBeLessThan(20_000);
    }
  );

  it.each([
    ['', 'e\u0301'.repeat(50_000), `${'e'.repeat(99)}x`],
    ['', 'f'.repeat(100_000), `${'f'.repeat(99)}x`],
    ['', ' '.repeat(100_000), 'a b'],
    ['a', ' \u00ad'.repeat(50_000), 'a b'],
    ['', 'ﬃ'.repeat(30_000), `${'ffi'.repeat(3)}x`],
  ])('never goes back far: four times the text takes some four times as long (%#)', (start, rest, typed) => {
    const [whole, quarter] = [start + rest, start + rest.slice(0, rest.length / 4)];
    expect(finds(whole, typed)).toBe(false);
    expect(
      timesTheWork(
        () => finds(whole, typed),
        () => finds(quarter, typed)
      )
    ).toBeLessThan(9);
  });
});
