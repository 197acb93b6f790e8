import type { AccessAction } from '../../../../../contract';
import {
  asCaller,
  currentContext,
  documents,
  failure,
  hasDrafts,
  notFound,
  readableAttributes,
  rows,
  type Model,
  type Where,
} from '../../../kernel';
import { allows, type Reach } from '../policy/profile';
import { notWritable } from './related';
import { filterOfReach, scopeOf } from '../policy/scope';
import { savesDraft } from './save';
import { forbidden, given, type Write } from './write';

export const reachesFor = ({ profile, model }: Write, action: AccessAction): Reach[] =>
  (profile.reaches.get(model.uid) ?? []).filter(allows(action));

/** The attributes that some of these ways let a guest write. */
const writableBy = (model: Model, reaches: readonly Reach[]): ReadonlySet<string> => {
  const readable = readableAttributes(model);
  return new Set(reaches.flatMap(({ writeFields }) => readable.filter((name) => writeFields?.includes(name) ?? true)));
};

export const requireWritable = (model: Model, reaches: readonly Reach[], data: Record<string, unknown>): void => {
  const writable = writableBy(model, reaches);
  for (const name of Object.keys(data)) if (!writable.has(name)) throw notWritable(name);
};

export type Version = { id: number; locale: string | null; publishedAt: string | null; updatedAt: string };

export const versionsWhere = ({ strapi, model }: Write, where: Where): Promise<Version[]> =>
  rows<Version>(strapi, model.uid).findMany({ select: ['id', 'locale', 'publishedAt', 'updatedAt'], where });

/** The versions of the document that the guest reaches with an action, in each language. @throws 404 where there is none */
export const reachableVersions = async (write: Write, action: AccessAction): Promise<Version[]> => {
  const { strapi, profile, model, params } = write;
  const scope = scopeOf(strapi, profile, model.uid, action);
  if (scope.kind !== 'where' || typeof params.documentId !== 'string') throw notFound();
  const versions = await versionsWhere(write, { $and: [{ documentId: params.documentId }, scope.where] });
  if (versions.length === 0) throw notFound();
  return versions;
};

/** Whether a version is one that the write is about: of its language, and a draft where it saves a draft. */
const isSaved =
  (write: Write) =>
  ({ locale, publishedAt }: Version): boolean =>
    (write.locale === null || locale === write.locale) &&
    (!hasDrafts(write.model) || (publishedAt === null) === savesDraft(write));

/**
 * The versions that the write is about, among those in reach; none where the document does not exist in this language.
 * @throws 404 where it exists and is out of reach, and where only a draft does and what is published is asked for
 */
export const savedVersions = async (write: Write, versions: readonly Version[]): Promise<Version[]> => {
  const saved = versions.filter(isSaved(write));
  if (saved.length > 0) return saved;
  const { params, locale } = write;
  const existing = await versionsWhere(write, given({ documentId: params.documentId, locale: locale ?? undefined }));
  if (existing.length > 0) throw notFound();
  return [];
};

/**
 * A guest who says which state of the row they saw (`If-Match: "<updatedAt>"`, RFC 9110, 13.1.1) does not overwrite a newer
 * one. @throws 412 `changed_meanwhile`
 */
export const requireUnchanged = ({ strapi }: Write, saved: readonly Version[]): void => {
  const seen = currentContext(strapi)?.get('If-Match').replaceAll('"', '');
  if (!seen || seen === '*') return;
  const states = saved.map(({ updatedAt }) => new Date(updatedAt).toISOString());
  if (states.length > 0 && !states.includes(seen)) {
    throw failure('changed_meanwhile', 'Somebody else has changed this meanwhile. Load it again before you save.');
  }
};

/** The ways by which the guest reaches some of these rows. */
export const matchingReaches = async (write: Write, action: AccessAction, ids: readonly number[]): Promise<Reach[]> => {
  const matching: Reach[] = [];
  for (const reach of reachesFor(write, action)) {
    const filters = filterOfReach(write.strapi, write.profile, write.model.uid, reach);
    const count = await rows(write.strapi, write.model.uid).count({ where: { id: { $in: ids } }, filters });
    if (count > 0) matching.push(reach);
  }
  return matching;
};

/** The written row in the guest's own name, with the fields and relations they asked for. @throws 403, and nothing is kept */
export const readBack = async ({ strapi, model, params, answer }: Write, documentId: string): Promise<unknown> => {
  const { locale, status } = params;
  const row = await asCaller(() =>
    documents(strapi, model.uid).findOne({ ...given({ locale, status }), ...answer, documentId })
  );
  if (row === null) throw forbidden();
  return row;
};
