import { chooseLocale } from './chooseLocale';

const nothing = { chosen: null, guest: null, browser: [], site: null };

describe('the language of the page', () => {
  it('is what the person has chosen, before all else', () => {
    expect(chooseLocale({ chosen: 'en', guest: 'cs', browser: ['fr'], site: 'fr' })).toBe('en');
  });
  it('is the guest’s, before the browser’s', () => {
    expect(chooseLocale({ ...nothing, guest: 'cs', browser: ['fr'] })).toBe('cs');
  });
  it('is the first language of the browser that exists here, whatever its region', () => {
    expect(chooseLocale({ ...nothing, browser: ['de-DE', 'cs-CZ', 'en'] })).toBe('cs');
  });
  it('is the site’s, then French', () => {
    expect(chooseLocale({ ...nothing, browser: ['de'], site: 'en' })).toBe('en');
    expect(chooseLocale(nothing)).toBe('fr');
  });
  it('never is what it was made of by mistake', () => {
    expect(chooseLocale({ ...nothing, chosen: 'constructor', site: 'xx' })).toBe('fr');
  });
});
