import type { StoredVersion } from '../../../kernel';
import { changedAt, isBeingEdited } from './conflicts';

const at = (time: number): string => new Date(time).toISOString();
const version = (locale: string | null, isPublished: boolean, rank: number, updatedAt = 1_000): StoredVersion => ({
  id: 1,
  documentId: 'd',
  locale,
  publishedAt: isPublished ? at(0) : null,
  updatedAt: at(updatedAt),
  rank,
});
const isSame = (name: string, one: StoredVersion, other: StoredVersion) => one[name] === other[name];
const shared = new Set(['rank']);
const none = new Set<string>();

describe('isBeingEdited', () => {
  const seen = version('fr', true, 1);
  it('where the draft says something else', () => {
    const others: StoredVersion[] = [];
    expect(isBeingEdited('rank', { seen, draft: version('fr', false, 1), others }, none, isSame)).toBe(false);
    expect(isBeingEdited('rank', { seen, draft: version('fr', false, 2), others }, none, isSame)).toBe(true);
    expect(isBeingEdited('rank', { seen, draft: seen, others }, none, isSame)).toBe(false);
  });

  it.each([
    ['level everywhere', [version('en', false, 1), version('en', true, 1)], false],
    ['published otherwise, and level there', [version('en', false, 5), version('en', true, 5)], false],
    ['left behind: as in the language that is written', [version('en', false, 1), version('en', true, 5)], false],
    ['changed', [version('en', false, 2), version('en', true, 1)], true],
    ['changed in a language of which nothing is published', [version('en', false, 2)], true],
    ['not changed there', [version('en', false, 1)], false],
    ['published and without a draft', [version('en', true, 2)], false],
  ])('a field that languages share, in another language: %s', (_what, others, edited) => {
    const found = { seen, draft: version('fr', false, 1), others };
    expect(isBeingEdited('rank', found, shared, isSame)).toBe(edited);
    expect(isBeingEdited('rank', found, none, isSame)).toBe(false);
  });
});

describe('changedAt', () => {
  const published = version('fr', true, 1, 1_000);
  it.each([
    ['an unmodified draft is as new', 1_000, 5_000, 5_000, 5_000],
    ['an older draft too', 900, 5_000, 5_000, 5_000],
    ['a modified draft stays newer', 2_000, 5_000, 5_000, 5_001],
    ['one that was saved meanwhile keeps its time', 6_000, 5_000, 5_000, 6_000],
    ['a clock that is behind moves on all the same', 1_000, 500, 1_001, 1_001],
    ['a modified draft under such a clock', 1_001, 500, 1_001, 1_002],
  ])('%s', (_what, draft, now, ofPublished, ofDraft) => {
    const times = changedAt(version('fr', false, 1, draft), published, new Date(now));
    expect(times).toEqual({ published: new Date(ofPublished), draft: new Date(ofDraft) });
  });
});
