import type { AccessAction } from '../../../../contract';
import {
  actingGuest,
  asCaller,
  asSystem,
  currentContext,
  documents,
  failure,
  inTransaction,
  isLocalized,
  modelOf,
  notFound,
  readableAttributes,
  rows,
  type Model,
  type Strapi,
  type Where,
} from '../../kernel';
import { CONTACT } from '../settings';
import { contactsOf } from './compile';
import { allows, profileOf, type Profile, type Reach } from './profile';
import { proved } from './proof';
import { linksTree, notWritable, replacedAttributes, requireVisibleRelated } from './related';
import { filterOfReach, scopeOf } from './scope';

interface DocumentContext {
  uid: string;
  action: string;
  params: Params;
}
interface Params {
  documentId?: string;
  data?: Record<string, unknown>;
  locale?: unknown;
  status?: unknown;
  fields?: unknown;
  populate?: unknown;
}
type Next = () => Promise<unknown>;
/** Stands around each read. */
type Reading = (uid: string, params: object, read: Next) => Promise<unknown>;

const reads = new Set(['findOne', 'findMany', 'findFirst', 'count']);
const forbidden = () => failure('write_not_allowed', 'Forbidden');

/**
 * What a guest reads and writes through Strapi's document service, which is what REST and GraphQL call. Reads prove that
 * the row filter was on. Writes are one transaction: the row must be visible and the action allowed, every row the body
 * names must be visible, then Strapi writes without the filter (its own checks must see all rows), then the row is read
 * back in the guest's name: what he cannot see afterwards he may not have written.
 */
export const guardDocuments =
  (strapi: Strapi, reading: Reading = (_uid, _params, read) => read()) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    const guest = actingGuest(strapi);
    if (guest === null) return next();
    if (reads.has(context.action)) return proved(strapi, () => reading(context.uid, context.params, next));
    const profile = await profileOf(strapi, guest);
    const model = modelOf(strapi, context.uid);
    const write = writes[context.action];
    // An open transaction of somebody else's would fire Strapi's events in the guest's name, which must not be.
    if (!write || model === null || guest.readOnly || strapi.db.inTransaction()) throw forbidden();
    // Strapi's own write gets no condition and no populate of the caller's: it runs without the row filter.
    const { documentId, data, locale, status, ...asked } = context.params;
    context.params = given({ documentId, data, locale, status });
    const { fields, populate } = asked;
    return asSystem(() =>
      inTransaction(strapi, () =>
        write({ strapi, profile, model, params: context.params, answer: given({ fields, populate }), next })
      )
    );
  };

interface Write {
  strapi: Strapi;
  profile: Profile;
  model: Model;
  params: Params;
  /** What the answer is to hold. */
  answer: Pick<Params, 'fields' | 'populate'>;
  next: Next;
}

const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

const reachesFor = ({ profile, model }: Write, action: AccessAction): Reach[] =>
  (profile.reaches.get(model.uid) ?? []).filter(allows(action));

/** The attributes that some of these ways let a guest write. */
const writableBy = (model: Model, reaches: readonly Reach[]): ReadonlySet<string> => {
  const readable = readableAttributes(model);
  return new Set(reaches.flatMap(({ writeFields }) => readable.filter((name) => writeFields?.includes(name) ?? true)));
};

const requireWritable = (model: Model, reaches: readonly Reach[], data: Record<string, unknown>): void => {
  const writable = writableBy(model, reaches);
  for (const name of Object.keys(data)) if (!writable.has(name)) throw notWritable(name);
};

const dataOf = ({ params }: Write): Record<string, unknown> => {
  if (typeof params.data !== 'object' || params.data === null || Array.isArray(params.data)) {
    throw failure('invalid_body', 'data: an object');
  }
  return params.data;
};

/** The language version that a write touches; null where the type has none. */
const localeOf = async ({ strapi, model, params }: Write): Promise<string | null> => {
  if (!isLocalized(model)) return null;
  if (typeof params.locale === 'string' && params.locale !== '') return params.locale;
  const { getDefaultLocale } = strapi.plugin('i18n').service('locales') as { getDefaultLocale(): Promise<string> };
  return getDefaultLocale();
};

type Version = { id: number; locale: string | null; updatedAt: string };

const versionsWhere = ({ strapi, model }: Write, where: Where): Promise<Version[]> =>
  rows<Version>(strapi, model.uid).findMany({ select: ['id', 'locale', 'updatedAt'], where });

/** The versions of the document that the guest reaches with an action, in each language. @throws 404 where there is none */
const reachableVersions = async (write: Write, action: AccessAction): Promise<Version[]> => {
  const { strapi, profile, model, params } = write;
  const scope = scopeOf(strapi, profile, model.uid, action);
  if (scope.kind !== 'where' || typeof params.documentId !== 'string') throw notFound();
  const versions = await versionsWhere(write, { $and: [{ documentId: params.documentId }, scope.where] });
  if (versions.length === 0) throw notFound();
  return versions;
};

/** @throws 404 where the version in a language exists and is out of reach */
const requireReachableLocale = async (write: Write, versions: Version[], locale: string | null): Promise<void> => {
  if (locale === null) return;
  const existing = await versionsWhere(write, { documentId: write.params.documentId, locale });
  if (existing.length > 0 && !versions.some((version) => version.locale === locale)) throw notFound();
};

/**
 * A guest who says which state of the row he saw (`If-Match: "<updatedAt>"`, RFC 9110, 13.1.1) does not overwrite a newer
 * one. @throws 412 `changed_meanwhile`
 */
const requireUnchanged = ({ strapi }: Write, versions: readonly Version[], locale: string | null): void => {
  const seen = currentContext(strapi)?.get('If-Match').replaceAll('"', '');
  if (!seen || seen === '*') return;
  const states = versions
    .filter((version) => locale === null || version.locale === locale)
    .map(({ updatedAt }) => new Date(updatedAt).toISOString());
  if (states.length > 0 && !states.includes(seen)) {
    throw failure('changed_meanwhile', 'Somebody else has changed this meanwhile. Load it again before you save.');
  }
};

/** The ways by which the guest reaches some of these rows. */
const matchingReaches = async (write: Write, action: AccessAction, ids: readonly number[]): Promise<Reach[]> => {
  const matching: Reach[] = [];
  for (const reach of reachesFor(write, action)) {
    const filters = filterOfReach(write.strapi, write.profile, write.model.uid, reach);
    const count = await rows(write.strapi, write.model.uid).count({ where: { id: { $in: ids } }, filters });
    if (count > 0) matching.push(reach);
  }
  return matching;
};

/** Refuses to put something in the place of links that the guest does not see all of. */
const requireNothingHiddenLost = async (write: Write, versions: readonly Version[]): Promise<void> => {
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

const sameLinks = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The written row in the guest's own name, with the fields and relations he asked for. @throws 403, and nothing is kept */
const readBack = async ({ strapi, model, params, answer }: Write, documentId: string): Promise<unknown> => {
  const { locale, status } = params;
  const row = await asCaller(() =>
    documents(strapi, model.uid).findOne({ ...given({ locale, status }), ...answer, documentId })
  );
  if (row === null) throw forbidden();
  return row;
};

/**
 * Ties a new row to its maker, where the rule is one step to the guest himself or to his only contact.
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

const create = async (write: Write): Promise<unknown> => {
  const { strapi, profile, model, params, next } = write;
  const reaches = reachesFor(write, 'create');
  if (reaches.length === 0) throw notFound();
  const data = dataOf(write);
  requireWritable(model, [...reaches, ...tyingReaches(reaches)], data);
  await requireVisibleRelated(strapi, profile, model, data);
  params.data = { ...data, ...(await ownerOf(write, reaches)) };
  const created = (await next()) as { documentId: string };
  const versions = await versionsWhere(write, { documentId: created.documentId });
  const reachedBy = await matchingReaches(
    write,
    'create',
    versions.map(({ id }) => id)
  );
  if (reachedBy.length === 0) throw forbidden();
  requireWritable(model, [...reachedBy, ...tyingReaches(reachedBy)], data);
  return readBack(write, created.documentId);
};

/** The relation by which a new row is tied to a resource has to be written, whatever fields the type lets him write. */
const tyingReaches = (reaches: readonly Reach[]): Reach[] =>
  reaches.flatMap((reach) => {
    const [first] = 'path' in reach.rule && reach.rule.path ? reach.rule.path.split('.') : [];
    return first === undefined || reach.rule.kind === 'guest' ? [] : [{ ...reach, writeFields: [first] }];
  });

const update = async (write: Write): Promise<unknown> => {
  const { strapi, profile, model, params, next } = write;
  const versions = await reachableVersions(write, 'update');
  const locale = await localeOf(write);
  await requireReachableLocale(write, versions, locale);
  requireUnchanged(write, versions, locale);
  const reaches = await matchingReaches(
    write,
    'update',
    versions.map(({ id }) => id)
  );
  const data = dataOf(write);
  requireWritable(model, reaches, data);
  await requireVisibleRelated(strapi, profile, model, data);
  await requireNothingHiddenLost(write, versions);
  await next();
  return readBack(write, params.documentId ?? '');
};

const remove = async (write: Write): Promise<unknown> => {
  const { params, next } = write;
  const versions = await reachableVersions(write, 'delete');
  const reachable = new Set(versions.map(({ locale }) => locale));
  const locale = await localeOf(write);
  const doomed = await versionsWhere(write, {
    documentId: params.documentId,
    ...(locale === null || locale === '*' ? {} : { locale }),
  });
  if (doomed.length === 0 || doomed.some((version) => !reachable.has(version.locale))) throw notFound();
  const { entries } = (await next()) as { entries: { id?: number; documentId?: string }[] };
  return { documentId: params.documentId, entries: entries.map(({ documentId }) => ({ documentId })) };
};

const writes: Partial<Record<string, (write: Write) => Promise<unknown>>> = { create, update, delete: remove };
