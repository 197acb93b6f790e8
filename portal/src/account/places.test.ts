import { locales } from '../../../contract/constants';
import { countriesIn } from '../../../contract/countries';
import { timeZoneGroups, zoneLabel } from '../language/timeZones';

describe('the countries', () => {
  it.each(locales)('all have a name in %s', (locale) => {
    const countries = countriesIn(locale);
    expect(countries).toHaveLength(250);
    expect(countries.filter(({ code, name }) => code === name)).toEqual([]);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(250);
  });

  it('stand in the order of the language', () => {
    const names = countriesIn('cs').map(({ name }) => name);
    expect(names.indexOf('Česko')).toBeGreaterThan(names.indexOf('Curaçao'));
    expect(
      countriesIn('fr')
        .map(({ name }) => name)
        .indexOf('États-Unis')
    ).toBeLessThan(
      countriesIn('fr')
        .map(({ name }) => name)
        .indexOf('France')
    );
  });
});

describe('the time zones', () => {
  it('are grouped by area', () => {
    expect(timeZoneGroups(null).find(({ area }) => area === 'Europe')?.zones).toContain('Europe/Prague');
  });
  it('hold the one a guest has, though the browser does not know it', () => {
    expect(timeZoneGroups('Mars/Olympus').flatMap(({ zones }) => zones)).toContain('Mars/Olympus');
  });
  it('are written for people', () => {
    expect(zoneLabel('America/Argentina/Buenos_Aires')).toBe('Argentina – Buenos Aires');
    expect(zoneLabel('UTC')).toBe('UTC');
  });
});
