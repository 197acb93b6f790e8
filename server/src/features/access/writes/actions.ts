import { hasDrafts, hasLocale, lockVersions, notFound, rows } from '../../../kernel';
import { CONTACT } from '../../settings';
import { requireFitting } from './columns';
import { contactsOf } from '../policy/rule-sql';
import type { Reach } from '../policy/profile';
import { requireVisibleRelated } from './related';
import { requireNothingHiddenLost, requireNothingTaken } from './links';
import {
  matchingReaches,
  reachableVersions,
  readBack,
  reachesFor,
  requireUnchanged,
  requireWritable,
  savedVersions,
  versionsWhere,
} from './reach';
import { addLanguage, beingEdited, saveVersion, sharesFields, unpublishedFields, versionsOf } from './save';
import { dataOf, forbidden, given, type Write } from './write';

/**
 * Ties a new row to its maker, where the rule is one step to the guest themselves or to their only contact.
 * The body may not say it: what it names must be visible, and a guest is not.
 */
const ownerOf = async (write: Write, reaches: readonly Reach[]): Promise<Record<string, unknown>> => {
  const { strapi, profile } = write;
  const owner: Record<string, unknown> = {};
  for (const { rule } of reaches) {
    if (rule.kind === 'guest' && rule.path && !rule.path.includes('.')) owner[rule.path] = profile.guest.id;
    if (rule.kind !== 'contact' || !rule.path || rule.path.includes('.') || rule.path in dataOf(write)) continue;
    const [contact, ...more] = await rows<{ id: number }>(strapi, CONTACT).findMany({
      select: ['id'],
      where: { id: { $in: contactsOf(strapi, { ...profile.guest, companyRecords: false }) } },
      limit: 2,
    });
    if (contact && more.length === 0) owner[rule.path] = contact.id;
  }
  return owner;
};

/** A row that was not there before, or a language of one: `insert` has Strapi write it, and answers its document. */
const make = async (write: Write, insert: () => Promise<string>): Promise<unknown> => {
  const { strapi, profile, model, params, locale } = write;
  const reaches = reachesFor(write, 'create');
  if (reaches.length === 0) throw notFound();
  if (locale !== null && !(await hasLocale(strapi, locale))) throw notFound();
  const data = dataOf(write);
  requireWritable(model, [...reaches, ...tyingReaches(reaches)], data);
  params.data = { ...(await requireVisibleRelated(strapi, profile, model, data)), ...(await ownerOf(write, reaches)) };
  requireFitting(strapi, model, data);
  await requireNothingTaken(write, params.data);
  const documentId = await insert();
  const versions = await versionsWhere(write, given({ documentId, locale: locale ?? undefined }));
  const reachedBy = await matchingReaches(
    write,
    'create',
    versions.map(({ id }) => id)
  );
  if (reachedBy.length === 0) throw forbidden();
  requireWritable(model, [...reachedBy, ...tyingReaches(reachedBy)], data);
  return readBack(write, documentId);
};

export const create = (write: Write): Promise<unknown> =>
  make(write, async () => ((await write.next()) as { documentId: string }).documentId);

/** The relation by which a new row is tied to a resource has to be written, whatever fields the type lets them write. */
const tyingReaches = (reaches: readonly Reach[]): Reach[] =>
  reaches.flatMap((reach) => {
    const [first] = 'path' in reach.rule && reach.rule.path ? reach.rule.path.split('.') : [];
    return first === undefined || reach.rule.kind === 'guest' ? [] : [{ ...reach, writeFields: [first] }];
  });

export const update = async (write: Write): Promise<unknown> => {
  const { strapi, profile, model, params, next } = write;
  const { documentId = '' } = params;
  await lock(write);
  const versions = await reachableVersions(write, 'update');
  const saved = await savedVersions(write, versions);
  // A new language is a new row: it takes the right to make one.
  if (saved.length === 0) {
    return make(write, async () => {
      await (hasDrafts(model) ? addLanguage(write) : next());
      return documentId;
    });
  }
  requireUnchanged(write, saved);
  const reaches = await matchingReaches(
    write,
    'update',
    saved.map(({ id }) => id)
  );
  const data = dataOf(write);
  requireWritable(model, reaches, data);
  params.data = await requireVisibleRelated(strapi, profile, model, data);
  requireFitting(strapi, model, data);
  await requireNothingHiddenLost(write, saved);
  await requireNothingTaken(write, params.data, saved);
  await (hasDrafts(model) ? saveVersion(write) : next());
  return readBack(write, documentId);
};

/** Waits for whoever writes the document at the moment, and lets nobody else meanwhile. */
const lock = async ({ strapi, model, params, locale }: Write): Promise<void> => {
  if (!hasDrafts(model) || typeof params.documentId !== 'string') return;
  const all = locale === '*' || sharesFields(strapi, model, params.data);
  const held = await lockVersions(strapi, model.uid, params.documentId, all ? null : locale);
  // Nothing is there yet in this language: what the others share goes into it.
  if (held === 0 && !all) await lockVersions(strapi, model.uid, params.documentId, null);
};

/** Deletes what the guest sees; unpublished work that they do not see is not theirs to throw away. */
export const remove = async (write: Write): Promise<unknown> => {
  const { strapi, model, params, locale, next } = write;
  await lock(write);
  const versions = await reachableVersions(write, 'delete');
  const reachable = new Set(versions.map((version) => version.locale));
  const doomed = await versionsWhere(write, {
    documentId: params.documentId,
    ...(locale === null || locale === '*' ? {} : { locale }),
  });
  if (doomed.length === 0 || doomed.some((version) => !reachable.has(version.locale))) throw notFound();
  if (hasDrafts(model)) {
    // What is published and out of reach does not go with a draft that the guest sees.
    if (doomed.some(({ publishedAt, id }) => publishedAt !== null && !versions.some((version) => version.id === id)))
      throw notFound();
    const all = await versionsOf(strapi, model, params.documentId ?? '');
    const unseen = all.filter(
      ({ id, publishedAt }) =>
        publishedAt === null &&
        doomed.some((version) => version.id === id) &&
        !versions.some((version) => version.id === id)
    );
    const edited = unpublishedFields(strapi, model, all, unseen);
    if (edited.length > 0) throw beingEdited([]);
  }
  const { entries } = (await next()) as { entries: { id?: number; documentId?: string }[] };
  return { documentId: params.documentId, entries: entries.map(({ documentId }) => ({ documentId })) };
};
