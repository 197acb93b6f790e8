import fc from 'fast-check';
import { fold } from './fold';

describe('fold', () => {
  it.each([
    ['DVOŘÁK', 'dvorak'],
    ['  Œuvre   Élan ', 'oeuvre elan'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﬁn', 'fin'],
    ['Ⅳ', 'iv'],
    ['E\u0301', 'e'],
    ['a\u00a0b\tc\nd', 'a b c d'],
    ['a\u0000b', 'a b'],
    ['\u200b', ''],
    [' \u0301\u00ad ', ''],
    ['O’Connell l´été rock`n`roll', "o'connell l'ete rock'n'roll"],
    ['Jean‑Luc – Jean−Luc', 'jean-luc - jean-luc'],
    ['«\u202fL’Oréal\u00a0»', '" l\'oreal "'],
    ['gar\u00adten', 'garten'],
    ['ＡＢＣ１２', 'abc12'],
    ['ﾊﾟ', 'パ'],
    ['ガ', 'ガ'],
    ['カ\u3099', 'ガ'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['Ёж', 'еж'],
    ['👩\u200d🚀 ❤\ufe0f', '👩🚀 ❤'],
  ])('makes %j to %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('takes plain ASCII for what it would be among other letters', () => {
    // The mark of no width, of which nothing is left, keeps it from the short way.
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => expect(fold(text)).toBe(fold(`${text}\u200b`)))
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  it('takes upper and lower case of the same letters for one', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàâçéèêëîïôûùüÿœæßøłđáčďěíňóřšťúůýžσςёй -');
    fc.assert(fc.property(fc.string({ unit: letter }), (text) => expect(fold(text.toUpperCase())).toBe(fold(text))));
  });
});
