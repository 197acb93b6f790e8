import { phoneNumberOf, readPhone, shownPhone } from './phone';

describe('phoneNumberOf', () => {
  it.each([
    ['06.22.33.44.55', 'FR', '+33622334455'],
    ['06 22 33 44 55', 'FR', '+33622334455'],
    ['+33622334455', 'CZ', '+33622334455'],
    ['0033 6 22 33 44 55', 'FR', '+33622334455'],
    ['+33 (0)6 22 33 44 55', 'FR', '+33622334455'],
    ['(+33) 6 22 33 44 55', 'FR', '+33622334455'],
    ['00420 601 123 456', 'FR', '+420601123456'],
    ['601 123 456', 'CZ', '+420601123456'],
    ['(0) 20 7946 0958', 'GB', '+442079460958'],
    ['+39 06 1234 5678', 'FR', '+390612345678'],
    ['٠٦٢٢٣٣٤٤٥٥', 'FR', '+33622334455'],
    ['０６２２３３４４５５', 'FR', '+33622334455'],
    ['06 22 33 44 55\u00a0', 'FR', '+33622334455'],
    ['12', 'FR', null],
    ['06 22 33 44 55 / 06 11', 'FR', null],
    ['appeler le soir', 'FR', null],
    ['06 22 33 44 55', 'XX', null],
    ['', 'FR', null],
    ['\u0000', 'FR', null],
    [null, 'FR', null],
  ])('reads %j in %s as %s', (typed, country, number) => expect(phoneNumberOf(typed, country)).toBe(number));
});

describe('shownPhone', () => {
  it.each([
    ['+33622334455', 'FR', '06 22 33 44 55', 'tel:+33622334455'],
    ['+33622334455', 'CZ', '+33 6 22 33 44 55', 'tel:+33622334455'],
    ['+420601123456', 'FR', '+420 601 123 456', 'tel:+420601123456'],
  ])('writes %s in %s', (number, country, shown, href) => {
    expect(shownPhone(number, country)).toEqual({ shown, href });
  });

  it('has digits for those who dial from abroad and at home', () =>
    expect(readPhone('06 22 33 44 55', 'FR')).toEqual({
      number: '+33622334455',
      digits: ['33622334455', '0622334455'],
    }));
});
