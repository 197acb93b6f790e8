import fc from 'fast-check';
import { fold } from '../../../../contract';
import { fullName, keysOf, searchTerms, type ContactTexts } from './rules';

const nobody: ContactTexts = {
  lastName: null,
  firstName: null,
  email: null,
  phone: null,
  directLine: null,
  mobile: null,
};

/** What the database does with the terms, by hand. */
const finds = (texts: Partial<ContactTexts>, typed: string): boolean =>
  searchTerms(typed).every((forms) =>
    forms.some((form) => keysOf({ ...nobody, ...texts }, 'FR').searchText.includes(form))
  );

describe('searchTerms and keysOf', () => {
  it.each([
    ['noa arthur', true],
    ['ARTHUR noa', true],
    ['noaarthur', false],
    ['noa paul', false],
    ['02 23 23', true],
    ['022323', true],
    ['02.23.23', true],
    ['(02) 23-23', true],
    ['02 99', false],
    ['23 0', false],
    ['philippot@NOPARKING', true],
    ['', true],
    ['   ', true],
  ])('for %j: %s', (typed, found) => {
    const noa = {
      lastName: 'NOA',
      firstName: 'Arthur',
      email: 'chloe.philippot@noparking.net',
      phone: '02 23 23 23 23',
    };
    expect(finds(noa, typed)).toBe(found);
  });

  it.each([
    ['06.22.33.44.55', '+33622334455', true],
    ['06.22.33.44.55', '0033622334455', true],
    ['06.22.33.44.55', '+33 (0)6 22 33 44 55', true],
    ['06.22.33.44.55', '622 33', true],
    ['06.22.33.44.55', '+33 6 22', true],
    ['06.22.33.44.55', '٠٦٢٢٣٣', true],
    ['06.22.33.44.55', '+34622334455', false],
    ['+33 6 22 33 44 55', '0622334455', true],
    ['+33 (0)6 22 33 44 55', '06 22 33', true],
    ['00420 601 123 456', '+420601123456', true],
    ['+420 601 123 456', '00420601123456', true],
    ['+420 601 123 456', '601 123', true],
    ['٠٦٢٢٣٣٤٤٥٥', '+33622334455', true],
    ['０６２２３３４４５５', '06 22', true],
    ['pas de téléphone', '0622', false],
  ])('of %s, typed %s: %s', (phone, typed, found) => {
    expect(finds({ lastName: 'NOA', phone }, typed)).toBe(found);
  });

  it('looks for at most six terms, the last one with all that is left', () => {
    expect(searchTerms('a b c d e f g h')).toEqual([['a'], ['b'], ['c'], ['d'], ['e'], ['f g h']]);
  });

  it('finds a contact by any part of any of its texts', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, text, fc.nat(20), fc.nat(20), (lastName, email, start, length) => {
        const part = [...fold(lastName)].slice(start, start + length).join('');
        expect(finds({ lastName, email }, part)).toBe(true);
      })
    );
  });

  it('has no key for what is not there', () => {
    expect(keysOf({ ...nobody, lastName: 'NOA', firstName: '\u0301' }, 'FR')).toEqual({
      lastNameKey: 'noa',
      firstNameKey: null,
      emailKey: null,
      phoneNumber: null,
      directLineNumber: null,
      mobileNumber: null,
      searchText: 'noa',
    });
  });
});

describe('fullName', () => {
  it('writes name, first name and company', () => {
    const contact = { lastName: 'NOA', firstName: 'Arthur', company: { name: 'Maison Premium' } };
    expect(fullName(contact)).toBe('NOA Arthur (Maison Premium)');
    expect(fullName({ ...contact, company: null })).toBe('NOA Arthur');
    expect(fullName({ ...contact, firstName: null })).toBe('NOA (Maison Premium)');
  });
});
