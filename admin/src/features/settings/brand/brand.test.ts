import { readFileSync } from 'node:fs';
import { locales } from '../../../../../contract';
import { addressInSettings } from './logoAddress';
import { loginWords } from './loginWords';
import { buttonColours, portalColour } from './portalColour';

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

describe('the preview', () => {
  it.each(locales)('has the portal’s own words in %s', (locale) => {
    const portal = JSON.parse(readFileSync(`portal/src/translations/${locale}.json`, 'utf8'));
    const shown = Object.fromEntries(Object.keys(loginWords[locale]).map((word) => [word, portal[`login.${word}`]]));
    expect(loginWords[locale]).toEqual(shown);
  });

  it('fills a button as the portal does, with text that can be read', () => {
    expect(buttonColours('#ff8800')).toEqual({ backgroundColor: '#ff8800', color: '#000000' });
    expect(buttonColours('#1d4f91')).toEqual({ backgroundColor: '#1d4f91', color: '#ffffff' });
    expect(buttonColours('#ffffff').backgroundColor).not.toBe('#ffffff');
  });
});
