import type { RelationInput } from './fieldInput';
import { matched, unlessChanged } from './matchTyped';

const row = (label: string) => ({ documentId: label.toLowerCase(), label });
const input = (typed: string, ...chosen: string[]): RelationInput => ({
  kind: 'relation',
  chosen: chosen.map(row),
  typed,
  unmatched: null,
});
const outcome = ({ chosen, typed, unmatched }: RelationInput) => [chosen.map(({ label }) => label), typed, unmatched];

describe('words that were typed and never chosen', () => {
  it('choose the one row that they can mean', () => {
    expect(outcome(matched(input('alp'), [row('Alpha')], false))).toEqual([['Alpha'], '', null]);
    expect(outcome(matched(input(' ALPHA '), [row('Alpha'), row('Alpha 2')], false))).toEqual([['Alpha'], '', null]);
  });
  it('take the place of the one that was chosen, or stand beside it', () => {
    expect(outcome(matched(input('beta', 'Alpha'), [row('Beta')], false))).toEqual([['Beta'], '', null]);
    expect(outcome(matched(input('beta', 'Alpha'), [row('Beta')], true))).toEqual([['Alpha', 'Beta'], '', null]);
    expect(outcome(matched(input('beta', 'Beta'), [row('Beta')], true))).toEqual([['Beta'], '', null]);
  });
  it('stay, and say why, where they mean none, several, or nobody answered', () => {
    expect(outcome(matched(input('x', 'Alpha'), [], true))).toEqual([['Alpha'], 'x', 'none']);
    expect(outcome(matched(input('a'), [row('Alpha'), row('Beta')], true))).toEqual([[], 'a', 'several']);
    expect(outcome(matched(input('a'), [row('A'), { documentId: 'other', label: 'a' }], true))).toEqual([
      [],
      'a',
      'several',
    ]);
    expect(outcome(matched(input('a'), null, true))).toEqual([[], 'a', 'failed']);
  });
});

it('what was looked for takes nothing away that was typed meanwhile', () => {
  const asked = { project: input('gare'), tags: input('bois') };
  const found = { project: matched(asked.project, [], false), tags: matched(asked.tags, [row('Bois')], true) };
  const typed = input('quai');
  expect(unlessChanged({ ...asked, project: typed, note: 'a' }, asked, found)).toEqual({
    project: typed,
    tags: found.tags,
    note: 'a',
  });
});
