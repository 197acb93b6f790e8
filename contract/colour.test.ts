import * as fc from 'fast-check';
import { brandColours, contrastOf, textOn } from './colour';

const grounds = { light: ['#f6f5f1', '#ffffff', '#f0eeea'], dark: ['#131716', '#1b201f', '#222827'] };
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each(['light', 'dark'] as const)('a site’s colour in a %s scheme', (scheme) => {
  it('gives text of at least 4.5:1, whatever the colour', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const made = brandColours(hex, scheme);
        for (const ground of grounds[scheme]) {
          expect(contrastOf(made.accent, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrastOf(made.accentStrong, ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrastOf(made.accentStrong, made.accentSoft)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(made.onFill, made.fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(made.onFill, made.fillStrong)).toBeGreaterThanOrEqual(4.5);
      })
    );
  });
});

it('stays as it is where it can be read', () => {
  expect(brandColours('#1d4f91', 'light')).toMatchObject({ accent: '#1d4f91', fill: '#1d4f91', onFill: '#ffffff' });
});

it('fills buttons with a bright colour and writes on them in black', () => {
  expect(brandColours('#ffcc00', 'light')).toMatchObject({ fill: '#ffcc00', onFill: '#000000' });
});

it('does not fill a button with the colour of the page', () => {
  expect(contrastOf(brandColours('#ffffff', 'light').fill, '#ffffff')).toBeGreaterThan(4.5);
  expect(contrastOf(brandColours('#0b1f3a', 'dark').fill, '#1b201f')).toBeGreaterThan(4.5);
});

describe('the contrast of two colours', () => {
  it('is that of WCAG 2.2', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe('text on a colour', () => {
  it.each([
    ['#000000', '#ffffff'],
    ['#1d4f91', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#ffffff', '#000000'],
  ])('on %s is %s', (hex, text) => expect(textOn(hex)).toBe(text));

  it('can be read, whatever the colour', () => {
    fc.assert(fc.property(colour, (hex) => expect(contrastOf(hex, textOn(hex))).toBeGreaterThanOrEqual(4.5)));
  });
});
