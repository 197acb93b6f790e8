import { countryCode, timeZone } from '../../../../../contract/guests';
import { locales } from '../../../../../contract/locales';
import { timeZones } from '../../../kernel/timeZones';
import { countriesIn } from '../../../../../contract/countries';

describe('the countries', () => {
  it.each([...locales])('have each a name of their own in %s, sorted by it', (locale) => {
    const countries = countriesIn(locale);
    const names = countries.map(({ name }) => name);
    expect(countries.length).toBeGreaterThan(240);
    expect(new Set(names).size).toBe(names.length);
    expect([...names].sort((one, other) => one.localeCompare(other, locale))).toEqual(names);
    expect(countries.every(({ code }) => countryCode.isValidSync(code))).toBe(true);
  });

  it('are those of today', () => {
    const codes = countriesIn('fr').map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['FR', 'CZ', 'US', 'RE']));
    for (const code of ['SU', 'YU', 'CS', 'EU', 'ZZ', 'UK']) expect(codes).not.toContain(code);
  });
});

describe('the time zones', () => {
  it('are names that the server takes', () => {
    const zones = timeZones().map(({ value }) => value);
    expect(zones).toEqual(expect.arrayContaining(['Europe/Paris', 'Europe/Prague']));
    expect(zones.every((zone) => timeZone.isValidSync(zone))).toBe(true);
  });
});
