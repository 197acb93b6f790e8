/** What was typed in a form and is not saved, as it is kept on this device. */
export interface Draft {
  /** When it was typed last, in milliseconds since 1970. */
  readonly at: number;
  /** Of what it is a change: the state of a row as the server says it; null where there is none. */
  readonly of: string | null;
  /** Plain data; whoever takes it up checks its form. */
  readonly input: unknown;
}

/** The part of a browser's storage that is needed. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'guest-portal:draft:';
export const lastsMs = 24 * 60 * 60 * 1000;

/** A key, a session or a link: none is ever kept. */
const secret = /g[a-z]{2}_[0-9A-Za-z]{36}/;

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'of' in value &&
  (value.of === null || typeof value.of === 'string') &&
  'input' in value;

const read = (text: string | null): Draft | null => {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
};

export interface Drafts {
  /** @returns whether it outlives the page: false where the browser keeps nothing, or no more */
  readonly keep: (who: string, form: string, draft: Draft) => boolean;
  readonly find: (who: string, form: string) => Draft | null;
  readonly drop: (who: string, form: string) => void;
  readonly dropAll: (who: string) => void;
  readonly any: (who: string) => boolean;
}

/**
 * Drafts by guest and form, for a day. One guest's is never found by another. Where the browser keeps nothing, they last as
 * long as the page.
 */
export const draftsIn = (storage: DraftStorage | null, now: () => number): Drafts => {
  const here = new Map<string, string>();
  const nameOf = (who: string, form: string) => `${prefix}${who}:${form}`;
  const attempt = <T>(work: (kept: DraftStorage) => T, otherwise: T): T => {
    try {
      return storage === null ? otherwise : work(storage);
    } catch {
      return otherwise;
    }
  };
  const names = (): string[] => {
    const kept = attempt(
      (all) => Array.from({ length: all.length }, (_, index) => all.key(index)).filter((name) => name !== null),
      []
    );
    return [...new Set([...kept, ...here.keys()])].filter((name) => name.startsWith(prefix));
  };
  const remove = (name: string) => {
    here.delete(name);
    attempt((kept) => kept.removeItem(name), undefined);
  };
  const at = (name: string): Draft | null => {
    const draft = read(attempt((kept) => kept.getItem(name), null) ?? here.get(name) ?? null);
    return draft !== null && draft.at <= now() && now() - draft.at < lastsMs ? draft : null;
  };
  const ofGuest = (who: string) => names().filter((name) => name.startsWith(nameOf(who, '')));

  for (const name of names()) if (at(name) === null) remove(name);
  return {
    keep: (who, form, draft) => {
      const name = nameOf(who, form);
      const text = JSON.stringify(draft);
      remove(name);
      if (secret.test(text)) return false;
      const isKept = attempt((kept) => {
        kept.setItem(name, text);
        return true;
      }, false);
      if (!isKept) here.set(name, text);
      return isKept;
    },
    find: (who, form) => at(nameOf(who, form)),
    drop: (who, form) => remove(nameOf(who, form)),
    dropAll: (who) => ofGuest(who).forEach(remove),
    any: (who) => ofGuest(who).some((name) => at(name) !== null),
  };
};

const browserStorage = (): DraftStorage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

let opened: Drafts | null = null;

/** The drafts of this browser. */
export const drafts = (): Drafts => (opened ??= draftsIn(browserStorage(), Date.now));
