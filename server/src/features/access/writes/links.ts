import { asCaller, hasDrafts, rows } from '../../../kernel';
import { linksTree, notWritable, referencesIn, replacedAttributes } from './related';
import { editedFromOtherEnd, takenFromDrafts, takenFromUnseen, takenLinks, withoutPublished } from './ends';
import type { Version } from './reach';
import { beingEdited, savesDraft } from './save';
import { dataOf, type Write } from './write';

/** Refuses to put something in the place of links that the guest does not see all of. */
export const requireNothingHiddenLost = async (write: Write, versions: readonly Version[]): Promise<void> => {
  const { strapi, model } = write;
  const names = replacedAttributes(model, dataOf(write));
  if (names.length === 0) return;
  const look = () =>
    rows<Record<string, unknown>>(strapi, model.uid).findMany({
      select: ['id'],
      where: { id: { $in: versions.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
      populate: linksTree(strapi, model, names),
    });
  const all = await look();
  const seen = await asCaller(look);
  const lost = names.find((name) => all.some((row, index) => !sameLinks(row[name], seen[index]?.[name])));
  if (lost !== undefined) throw notWritable(lost);
};

/** Links by their documents: a row without drafts is linked to the draft and to what is published. */
const documentsIn = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const all = value.map(documentsIn);
    return all.every((one) => typeof one === 'string') ? [...new Set(all)].sort() : all;
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  if ('documentId' in value) return value.documentId;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, documentsIn(inside)]));
};

const sameLinks = (a: unknown, b: unknown): boolean =>
  JSON.stringify(documentsIn(a)) === JSON.stringify(documentsIn(b));

/**
 * Refuses to change at the other end of a relation what an editor has not published, to link what is published to what is not,
 * and to take a row away from one that the guest does not see.
 * @throws 409 `being_edited`, 400 `field_not_writable`
 */
export const requireNothingTaken = async (
  write: Write,
  data: Record<string, unknown>,
  versions: readonly Version[] = []
): Promise<void> => {
  const { strapi, model } = write;
  const references = referencesIn(strapi, model, data);
  const taken = await takenLinks(strapi, model, references);
  const ids = versions.map(({ id }) => id);
  const edited = hasDrafts(model) ? [] : await editedFromOtherEnd(strapi, model, ids, Object.keys(data));
  const unpublished = hasDrafts(model) && !savesDraft(write) ? await withoutPublished(strapi, references) : [];
  const names = new Set([...takenFromDrafts(model, taken), ...edited, ...unpublished]);
  if (names.size > 0) throw beingEdited([...names]);
  const [unseen] = await takenFromUnseen(strapi, model, taken);
  if (unseen !== undefined) throw notWritable(unseen);
};
