import { advisories, holesOf, knownUntil } from './advisories';

describe('the holes of a version of Strapi', () => {
  it('are those that were mended later, by number and not by letter', () => {
    const known = [{ id: 'A', fixedIn: '5.37.0' }];
    expect(holesOf('5.36.9', known)).toEqual(known);
    expect(holesOf('5.9.0', known)).toEqual(known);
    expect(holesOf('4.26.1', known)).toEqual(known);
    for (const version of ['5.37.0', '5.37.0-beta.1', '5.100.0', '6.0.0']) expect(holesOf(version, known)).toEqual([]);
  });

  it('are not guessed of what is no version', () => {
    expect(() => holesOf('latest')).toThrow();
    expect(() => holesOf('')).toThrow();
  });

  it('stand in a table with a day', () => {
    expect(knownUntil).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { id, fixedIn } of advisories)
      expect([id, fixedIn]).toEqual([expect.stringMatching(/^CVE-/), expect.stringMatching(/^5\./)]);
  });
});
