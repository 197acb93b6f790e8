import {
  defaultLocale,
  documents,
  emitPublished,
  failure,
  hasDrafts,
  isLocalized,
  modelOf,
  rows,
  setUpdatedAt,
  sharedAttributes,
  withoutLanguageSync,
  writeVersion,
  type Model,
  type StoredVersion,
  type Strapi,
  type TransactionParts,
} from '../../../kernel';
import { changedAt, isBeingEdited, type Found } from './conflicts';
import { contentTree, isSameContent, isStoredValue, ownContent, type Models } from './content';
import { pairParts, renameParts } from './parts';

/** A guest's save of a document, in Strapi's words. `params` goes on to Strapi's own update. */
export interface Save {
  strapi: Strapi;
  model: Model;
  params: { documentId?: string; data?: Record<string, unknown>; status?: unknown };
  /** The language that is written; null where the type has none. */
  locale: string | null;
  /** When the save began: before it waited for anybody. */
  now: Date;
  transaction: TransactionParts;
  next: () => Promise<unknown>;
}

/** 409: the guest keeps what they typed. @param names those of their fields that are in the way, where it is known which */
export const beingEdited = (names: readonly string[]): Error => {
  const message =
    'Somebody at the site is changing this and has not published it yet. Keep your text and try again later, or ask them.';
  const errors = names.map((name) => ({ path: [name], message, name: 'ValidationError' }));
  return failure('being_edited', message, errors.length > 0 ? { errors } : {});
};

const isDraft = ({ publishedAt }: StoredVersion): boolean => publishedAt === null;

/** Whether a save goes to the draft only. For Strapi, that is every other status than `published`. */
export const savesDraft = ({ model, params }: Pick<Save, 'model' | 'params'>): boolean =>
  hasDrafts(model) && params.status !== 'published';

/** All versions of a document with what they hold of their own, and with these attributes. */
export const versionsOf = (
  strapi: Strapi,
  model: Model,
  documentId: string,
  names: readonly string[] = []
): Promise<StoredVersion[]> => {
  const populate = contentTree((uid) => modelOf(strapi, uid), model, [...new Set([...ownContent(model), ...names])]);
  return rows<StoredVersion>(strapi, model.uid).findMany({ where: { documentId }, populate, orderBy: { id: 'asc' } });
};

const sharedOf = (strapi: Strapi, model: Model): ReadonlySet<string> =>
  isLocalized(model) ? sharedAttributes(strapi, model) : new Set();

/** Whether a body holds what all languages share. */
export const sharesFields = (strapi: Strapi, model: Model, data: unknown): boolean => {
  const shared = sharedOf(strapi, model);
  return typeof data === 'object' && data !== null && Object.keys(data).some((name) => shared.has(name));
};

const pick = (data: Record<string, unknown>, wanted: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => wanted(name)));

/** Writes what all languages share into the other versions, each as it names its components. Answers those it has written. */
const writeShared = async (
  { strapi, model }: Save,
  data: Record<string, unknown>,
  from: StoredVersion,
  others: readonly StoredVersion[]
): Promise<readonly StoredVersion[]> => {
  if (Object.keys(data).length === 0) return [];
  const models: Models = (uid) => modelOf(strapi, uid);
  for (const other of others) {
    const own = renameParts(models, model, data, pairParts(models, model, from, other), 'drop');
    await writeVersion(strapi, model.uid, other, own, { allowMissingId: true });
  }
  return others;
};

/** Keeps drafts *modified* or not as they were, and says of each published version that it was published. */
const settle = async (save: Save, all: readonly StoredVersion[], written: readonly StoredVersion[]): Promise<void> => {
  const { strapi, model, now, transaction } = save;
  for (const published of written.filter((version) => !isDraft(version))) {
    const draft = all.find((version) => isDraft(version) && version.locale === published.locale);
    const times = changedAt(draft, published, now);
    await setUpdatedAt(strapi, model.uid, published.id, times.published);
    if (draft) await setUpdatedAt(strapi, model.uid, draft.id, times.draft);
    emitPublished(strapi, model, published.id, transaction);
  }
};

interface Versions extends Found {
  readonly all: readonly StoredVersion[];
  readonly draft: StoredVersion;
}

/** The versions that a save is about. A row that was brought in past the document service, without a draft, is given one. */
const findVersions = async (save: Save): Promise<Versions> => {
  const { strapi, model, params, locale } = save;
  const { documentId = '', data = {} } = params;
  const isHere = (version: StoredVersion) => locale === null || version.locale === locale;
  const load = () => versionsOf(strapi, model, documentId, Object.keys(data));
  let all = await load();
  if (!all.some((version) => isHere(version) && isDraft(version))) {
    const here = { documentId, ...(locale === null ? {} : { locale }) };
    // Strapi's update would make one of the guest's fields alone.
    await withoutLanguageSync(strapi, model.uid, documentId, () => documents(strapi, model.uid).discardDraft(here));
    all = await load();
  }
  const draft = all.find((version) => isHere(version) && isDraft(version));
  const seen = savesDraft(save) ? draft : all.find((version) => isHere(version) && !isDraft(version));
  if (!draft || !seen) throw beingEdited([]);
  return { all, draft, seen, others: all.filter((version) => !isHere(version)) };
};

/**
 * A guest's save of a language version that is there, of a type with draft & publish
 * (`docs/decisions/0024-a-guest-s-save-publishes-nothing.md`). Strapi's own update writes the draft, with everybody's middleware and
 * hooks; the guest's fields alone, and nothing else of the draft, then go into what is published, and what all languages share
 * into the others. A save of a draft stays among drafts.
 * @throws 409 `being_edited`, and nothing is kept, where an editor has unpublished work in a field that is changed
 */
export const saveVersion = async (save: Save): Promise<void> => {
  const { strapi, model, params, next } = save;
  const { documentId = '', data = {}, status } = params;
  const models: Models = (uid) => modelOf(strapi, uid);
  const versions = await findVersions(save);
  const { all, draft, seen } = versions;
  const shared = sharedOf(strapi, model);
  const isFree = (name: string) =>
    !isBeingEdited(name, versions, shared, (...compared) => isSameContent(models, model, ...compared));
  // Whoever sends a form back whole has not changed all of it.
  const changed = Object.keys(data).filter((name) => {
    const attribute = model.attributes[name];
    return attribute === undefined || !isStoredValue(attribute, data[name], seen[name]);
  });
  const edited = changed.filter((name) => !isFree(name));
  if (edited.length > 0) throw beingEdited(edited);

  params.data = renameParts(models, model, pick(data, isFree), pairParts(models, model, seen, draft));
  params.status = 'draft';
  await withoutLanguageSync(strapi, model.uid, documentId, next);
  params.status = status;
  // With what a site's middleware has added to the body.
  const content = new Set([...ownContent(model), ...Object.keys(data)]);
  const written = pick(params.data, (name) => content.has(name) && isFree(name));
  const published = seen === draft ? [] : [seen];
  for (const version of published) {
    const own = renameParts(models, model, written, pairParts(models, model, draft, version));
    await writeVersion(strapi, model.uid, version, own);
  }
  const common = pick(written, (name) => shared.has(name));
  const further = versions.others.filter((version) => seen !== draft || isDraft(version));
  const alike = await writeShared(save, common, draft, further);
  await settle(save, all, [...published, ...alike]);
};

/**
 * A new language of a document, of a type with draft & publish: Strapi takes what all languages share from any version, published
 * or not, and publishes it.
 * @throws 409 `being_edited` unless all versions say the same in what they share
 */
export const addLanguage = async (save: Save): Promise<void> => {
  const { strapi, model, params, next } = save;
  const { documentId = '', data = {} } = params;
  const models: Models = (uid) => modelOf(strapi, uid);
  const all = await versionsOf(strapi, model, documentId);
  const [first, ...more] = all;
  if (first === undefined) throw beingEdited([]);
  const shared = sharedOf(strapi, model);
  const edited = [...shared].filter((name) => more.some((other) => !isSameContent(models, model, name, first, other)));
  if (edited.length > 0) throw beingEdited(edited.filter((name) => name in data));
  await withoutLanguageSync(strapi, model.uid, documentId, next);
  const common = pick(data, (name) => shared.has(name));
  const further = all.filter((version) => !savesDraft(save) || isDraft(version));
  await settle(save, all, await writeShared(save, common, first, further));
};

/** The fields in which one of these drafts says something else than what is published in its language. */
export const unpublishedFields = (
  strapi: Strapi,
  model: Model,
  all: readonly StoredVersion[],
  drafts: readonly StoredVersion[]
): string[] => {
  const models: Models = (uid) => modelOf(strapi, uid);
  return ownContent(model).filter((name) =>
    drafts.some((draft) => {
      const published = all.find((version) => !isDraft(version) && version.locale === draft.locale);
      return published === undefined || !isSameContent(models, model, name, draft, published);
    })
  );
};

/** The language that a call of the document service is about; null where the type has none. */
export const localeOf = async (strapi: Strapi, model: Model, locale: unknown): Promise<string | null> => {
  if (!isLocalized(model)) return null;
  return typeof locale === 'string' && locale !== '' ? locale : defaultLocale(strapi);
};
