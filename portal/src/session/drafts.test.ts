import { draftsIn, lastsMs, type DraftStorage } from './drafts';

/** A browser's storage, of so many characters. */
const storageOf = (charactersMax = Infinity): DraftStorage & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      if (text.length > charactersMax) throw new Error('QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name) => void kept.delete(name),
  };
};

const refusing: DraftStorage = {
  length: 0,
  key: () => null,
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('SecurityError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

const start = 1_800_000_000_000;
const draft = (input: unknown, at = start) => ({ at, of: '2026-03-02T10:00:00.000Z', input });

describe('drafts', () => {
  it('come back as they were, also in another tab and after a reload', () => {
    const storage = storageOf();
    expect(draftsIn(storage, () => start).keep('alpha', 'row:a', draft({ text: 'é\n“x”' }))).toBe(true);
    expect(draftsIn(storage, () => start).find('alpha', 'row:a')).toEqual(draft({ text: 'é\n“x”' }));
  });

  it('are nobody else’s, whatever the guests are called', () => {
    const drafts = draftsIn(storageOf(), () => start);
    drafts.keep('alpha', 'row:a', draft('x'));
    expect([
      drafts.find('beta', 'row:a'),
      drafts.find('alph', 'a:row:a'),
      drafts.any('alph'),
      drafts.any('beta'),
    ]).toEqual([null, null, false, false]);
    drafts.dropAll('beta');
    drafts.dropAll('alph');
    expect(drafts.any('alpha')).toBe(true);
  });

  it('go with a logout, those of that guest alone', () => {
    const storage = storageOf();
    const drafts = draftsIn(storage, () => start);
    for (const form of ['row:a', 'row:b', 'profile']) drafts.keep('alpha', form, draft('x'));
    drafts.keep('beta', 'row:a', draft('y'));
    storage.kept.set('guest-portal:language', 'fr');
    drafts.dropAll('alpha');
    expect([...storage.kept.keys()]).toEqual(['guest-portal:draft:beta:row:a', 'guest-portal:language']);
  });

  it('last a day, and are then taken away by whoever comes next', () => {
    const storage = storageOf();
    draftsIn(storage, () => start).keep('alpha', 'row:a', draft('x'));
    expect(draftsIn(storage, () => start + lastsMs - 1).find('alpha', 'row:a')).not.toBeNull();
    expect(storage.kept.size).toBe(1);
    expect(draftsIn(storage, () => start + lastsMs).find('alpha', 'row:a')).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  it.each(['null', '{}', '[]', '{"at":"x","of":null,"input":1}', 'no json', '{"at":1e15,"of":null,"input":1}'])(
    'are none where something else stands there: %s',
    (text) => {
      const storage = storageOf();
      storage.kept.set('guest-portal:draft:alpha:row:a', text);
      expect(draftsIn(storage, () => start).find('alpha', 'row:a')).toBeNull();
    }
  );

  it.each([
    ['refuses', refusing],
    ['is full', storageOf(10)],
    ['is not there', null],
  ])('last as long as the page where the storage %s, and say so', (_what, storage) => {
    const drafts = draftsIn(storage, () => start);
    expect(drafts.keep('alpha', 'row:a', draft('a long text'))).toBe(false);
    expect(drafts.find('alpha', 'row:a')).toEqual(draft('a long text'));
    expect(drafts.any('alpha')).toBe(true);
    drafts.dropAll('alpha');
    expect(drafts.any('alpha')).toBe(false);
  });

  it('never hold a secret', () => {
    const storage = storageOf();
    const drafts = draftsIn(storage, () => start);
    drafts.keep('alpha', 'row:a', draft('harmless'));
    expect(drafts.keep('alpha', 'row:a', draft(`https://a.example/guest/key#gak_${'a'.repeat(36)}`))).toBe(false);
    expect(storage.kept.size).toBe(0);
  });
});
