import { contrastOf, textOn } from '../../../../../contract/constants';
import { addressInSettings } from './logoAddress';
import { portalColour } from './portalColour';

describe('text on a colour', () => {
  it.each([
    ['#000000', '#ffffff'],
    ['#1d4f91', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#ffffff', '#000000'],
  ])('on %s is %s', (colour, text) => expect(textOn(colour)).toBe(text));

  it('can be read on any colour', () => {
    const steps = [0, 51, 102, 119, 153, 204, 255].map((value) => value.toString(16).padStart(2, '0'));
    const all = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
    expect(all.filter((colour) => contrastOf(colour, textOn(colour)) < 4.5)).toEqual([]);
  });

  it('is measured as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('the colour that guests see', () => {
  it.each([null, '#1d4', 'red', '#12345G'])('is the portal’s own where %s was chosen', (chosen) =>
    expect(portalColour(chosen)).toBe('#0b6b62')
  );
  it('is the chosen one', () => expect(portalColour('#1d4f91')).toBe('#1d4f91'));
});

describe('the address of a chosen logo', () => {
  const site = 'https://www.example.com';
  it.each([
    ['/uploads/logo_1a2b.png', '/uploads/logo_1a2b.png'],
    ['/uploads/logo.png?updatedAt=2026-01-01', '/uploads/logo.png'],
    ['https://www.example.com/uploads/logo.png', '/uploads/logo.png'],
    ['https://files.example.net/a/logo.png?v=2', 'https://files.example.net/a/logo.png?v=2'],
  ])('%s is kept as %s', (url, kept) => expect(addressInSettings(url, site)).toBe(kept));
});
