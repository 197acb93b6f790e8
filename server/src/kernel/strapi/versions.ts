import { sanitize } from '@strapi/utils';
import type { Strapi } from './app';
import { sql, tableOf } from './database';
import { documents } from './documents';
import { contentAttributes, modelOf, type Model } from './models';
import { rows } from './query';
import type { TransactionParts } from './transaction';

/** One version of a document, as the database holds it: a language, published or not. */
export interface StoredVersion extends Record<string, unknown> {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  /** Null: a draft. */
  readonly publishedAt: string | null;
  readonly updatedAt: string;
}

/**
 * Holds the versions of a document, in one language or all, until the transaction ends. To be its first statement: on
 * MariaDB all that is read later is as it was at the first reading. Answers how many there are.
 */
export const lockVersions = async (
  strapi: Strapi,
  uid: string,
  documentId: string,
  locale: string | null
): Promise<number> =>
  sql(strapi, async (knex) => {
    const versions = knex(tableOf(strapi, uid)).select('id').where('document_id', documentId);
    return (await (locale === null ? versions : versions.where({ locale })).orderBy('id').forUpdate()).length;
  });

interface EntityValidator {
  validateEntityUpdate(model: unknown, data: object, options: object, entity: object): Promise<Record<string, unknown>>;
}
interface Transform {
  transformData(data: object, options: object): Promise<Record<string, unknown>>;
}
interface Parts {
  updateComponents(entry: object, data: object): Promise<Record<string, unknown>>;
  omitComponentData(data: object): Record<string, unknown>;
}

/**
 * Writes some attributes of one version and nothing else, as Strapi's own update of an entry does (`document-service/entries.js`):
 * documents to rows, validation, components, the row with its hooks. Nothing is published by it.
 * @param allowMissingId whether links to documents without such a version are left out instead of refused
 * @throws Strapi's `ValidationError`
 */
export const writeVersion = async (
  strapi: Strapi,
  uid: string,
  version: StoredVersion,
  data: Record<string, unknown>,
  { allowMissingId = false } = {}
): Promise<void> => {
  const { transformData } = strapi.documents.utils as unknown as Transform;
  const { validateEntityUpdate } = strapi.entityValidator as unknown as EntityValidator;
  const { updateComponents, omitComponentData } = documents(strapi, uid) as unknown as Parts;
  const { id, locale } = version;
  const isDraft = version.publishedAt === null;
  const linked = await transformData(data, {
    uid,
    locale,
    status: isDraft ? 'draft' : 'published',
    allowMissingId,
    useRequestCache: false,
  });
  const strictRelations = strapi.config.get('api.documents.strictRelations') === true;
  const valid = await validateEntityUpdate(modelOf(strapi, uid), linked, { isDraft, locale, strictRelations }, version);
  const parts = await updateComponents({ id }, valid);
  await rows(strapi, uid).update({ where: { id }, data: { ...omitComponentData(valid), ...parts } });
};

/** Sets what the content manager compares to call a document modified, without the hooks of a change. */
export const setUpdatedAt = async (strapi: Strapi, uid: string, id: number, updatedAt: Date): Promise<void> => {
  await strapi.db
    .queryBuilder(uid)
    .update({ updatedAt } as never)
    .where({ id })
    .execute();
};

type Populate = Record<string, unknown>;

/** All that a row holds and leads to, as the document service puts into its events (`utils/populate.js`). */
const wholeTree = (strapi: Strapi, model: Model): Populate => {
  const part = (uid: string): Populate => {
    const component = modelOf(strapi, uid);
    return component === null ? {} : { populate: wholeTree(strapi, component) };
  };
  const entries = contentAttributes(model).flatMap((name): [string, unknown][] => {
    const { type, component, components = [] } = model.attributes[name] ?? { type: '' };
    if (type === 'relation' || type === 'media') return [[name, true]];
    if (type === 'component' && component) return [[name, part(component)]];
    if (type !== 'dynamiczone') return [];
    return [[name, { on: Object.fromEntries(components.map((uid) => [uid, part(uid)])) as Populate }]];
  });
  return Object.fromEntries(entries);
};

/** Strapi's event of a published version, with all that it holds, as soon as it is kept. */
export const emitPublished = (strapi: Strapi, model: Model, id: number, { onCommit }: TransactionParts): void => {
  const emit = async (): Promise<void> => {
    const row = await rows(strapi, model.uid).findOne({ where: { id }, populate: wholeTree(strapi, model) });
    if (row === null) return;
    const schema = strapi.getModel(model.uid as never);
    const getModel = (uid: string) => strapi.getModel(uid as never);
    const entry = await sanitize.sanitizers.defaultSanitizeOutput({ schema, getModel } as never, row as never);
    await strapi.eventHub.emit('entry.publish', { model: model.info.singularName, uid: model.uid, entry });
  };
  onCommit(() => void emit().catch((error: unknown) => strapi.log.error(error)));
};
