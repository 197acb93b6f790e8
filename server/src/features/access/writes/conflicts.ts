import type { StoredVersion } from '../../../kernel';

/** A document as a save finds it. */
export interface Found {
  /** The version that the guest changes, as they see it. */
  readonly seen: StoredVersion;
  /** The draft of its language, which it may be itself. */
  readonly draft: StoredVersion;
  /** The versions in other languages, drafts and published. */
  readonly others: readonly StoredVersion[];
}

type IsSame = (name: string, one: StoredVersion, other: StoredVersion) => boolean;

/**
 * Whether an editor has unpublished work in a field, so that a guest's value would stand in its place: the draft says
 * something else than what is published. A field that all languages share is also looked at in the drafts of the others;
 * there it may have been left behind by an earlier save, and then says what is published in one of the two.
 */
export const isBeingEdited = (
  name: string,
  { seen, draft, others }: Found,
  shared: ReadonlySet<string>,
  isSame: IsSame
): boolean => {
  if (draft !== seen && !isSame(name, draft, seen)) return true;
  if (!shared.has(name)) return false;
  return others.some((other) => {
    if (other.publishedAt !== null || isSame(name, other, seen)) return false;
    const published = others.find(({ locale, publishedAt }) => locale === other.locale && publishedAt !== null);
    return published === undefined || !isSame(name, other, published);
  });
};

/**
 * When both versions of a language were changed, so that the content manager calls the draft *modified* exactly where it
 * did before.
 */
export const changedAt = (
  draft: StoredVersion | undefined,
  published: StoredVersion,
  now: Date
): { published: Date; draft: Date } => {
  const [before, ofDraft] = [new Date(published.updatedAt).getTime(), new Date(draft?.updatedAt ?? 0).getTime()];
  const changed = Math.max(now.getTime(), before + 1);
  const isModified = ofDraft > before;
  return { published: new Date(changed), draft: new Date(isModified ? Math.max(changed + 1, ofDraft) : changed) };
};
