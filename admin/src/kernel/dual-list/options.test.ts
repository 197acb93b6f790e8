import { findByStart, foldOptions, searchOptions } from './options';

const options = foldOptions(
  ['221JT - Bibliothèque', '221JV - Mairie de quartier', 'École', 'Église', 'Zoo', 'L’Œuvre d’Été'].map(
    (label, index) => ({
      id: String(index),
      label,
    })
  )
);
const labels = (found: readonly { label: string }[]) => found.map(({ label }) => label);

describe('searching a list', () => {
  it('finds without accents and capitals, words in any order', () => {
    expect(labels(searchOptions(options, 'BIBLIOTHEQUE'))).toEqual(['221JT - Bibliothèque']);
    expect(labels(searchOptions(options, "d'ete oeuvre"))).toEqual(['L’Œuvre d’Été']);
    expect(labels(searchOptions(options, 'quartier 221'))).toEqual(['221JV - Mairie de quartier']);
  });

  it('leaves all for an empty text and none for an unknown one', () => {
    expect(searchOptions(options, '  ')).toHaveLength(6);
    expect(searchOptions(options, 'xyz')).toHaveLength(0);
  });
});

describe('typeahead', () => {
  it('finds the next that begins so, from the start again at the end', () => {
    expect(findByStart(options, 'e', -1)).toBe(2);
    expect(findByStart(options, 'e', 2)).toBe(3);
    expect(findByStart(options, 'e', 3)).toBe(2);
  });

  it('steps on when the same letter is typed again', () => {
    expect(findByStart(options, 'ee', 2)).toBe(3);
  });

  it('stays where the longer text still fits', () => {
    expect(findByStart(options, 'eg', 3)).toBe(3);
    expect(findByStart(options, 'q', 0)).toBe(-1);
  });
});
