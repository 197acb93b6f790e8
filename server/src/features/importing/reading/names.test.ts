import { splitName } from './names';

describe('splitName', () => {
  it.each([
    ['NOA Arthur', 'NOA', 'Arthur'],
    ['Arthur Noa', 'Noa', 'Arthur'],
    ['Arthur NOA', 'NOA', 'Arthur'],
    ['Noa, Arthur', 'Noa', 'Arthur'],
    ['Noa,Arthur', 'Noa', 'Arthur'],
    ['Dr. Jean-Pierre de La Tour', 'de La Tour', 'Jean-Pierre'],
    ['DE LA TOUR Jean-Pierre', 'DE LA TOUR', 'Jean-Pierre'],
    ['Jean de LA TOUR', 'de LA TOUR', 'Jean'],
    ['de La Tour, Jean-Pierre', 'de La Tour', 'Jean-Pierre'],
    ['Yann Le Goff', 'Le Goff', 'Yann'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
    ['Ing. Jan Novák, Ph.D.', 'Novák', 'Jan'],
    ['prof. MUDr. Jana Nováková, CSc., MBA', 'Nováková', 'Jana'],
    ['Novák, Ing. Jan', 'Novák', 'Jan'],
    ['Bc. Novák Ph.D.', 'Novák', ''],
    ['Mme Zoé Dupont', 'Dupont', 'Zoé'],
    ['Martin Luther King Jr.', 'King', 'Martin Luther'],
    ['Mary Jane O’NEIL', 'O’NEIL', 'Mary Jane'],
    ['J. R. R. Tolkien', 'Tolkien', 'J. R. R.'],
    ['Arthur Noa (Maison Premium)', 'Noa', 'Arthur'],
    ['  Arthur\u00a0 Noa ', 'Noa', 'Arthur'],
    ['ARTHUR NOA', 'NOA', 'ARTHUR'],
    ['Noa', 'Noa', ''],
    ['Dr.', 'Dr.', ''],
    ['de', 'de', ''],
    ['', '', ''],
    [' , ,', '', ''],
  ])('of %j: last name %j, first name %j', (text, lastName, firstName) => {
    expect(splitName(text, 'first-last')).toEqual({ lastName, firstName });
  });

  it.each([
    ['Noa Arthur', 'Noa', 'Arthur'],
    ['de La Tour Jean Pierre', 'de La Tour', 'Jean Pierre'],
    ['Arthur NOA', 'NOA', 'Arthur'],
    ['Noa', 'Noa', ''],
    ['', '', ''],
  ])('of %j, with the last name first: %j, %j', (text, lastName, firstName) => {
    expect(splitName(text, 'last-first')).toEqual({ lastName, firstName });
  });

  it('does not take a hostile text for long', () => {
    for (const part of ['( ', 'de ', 'A ', ', ', 'Dr. ', '(', ' '])
      expect(splitName(part.repeat(300_000), 'first-last')).toHaveProperty('lastName');
  });
});
