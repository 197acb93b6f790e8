import type { Strapi } from './app';

/** Strapi's document service for a content type that its types do not know. */
export interface DocumentService {
  findOne(params: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  findMany(params: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  create(params: Record<string, unknown>): Promise<Record<string, unknown> & { documentId: string }>;
  update(params: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  delete(params: Record<string, unknown>): Promise<{ documentId: string; entries: unknown[] }>;
  discardDraft(params: Record<string, unknown>): Promise<unknown>;
}

export const documents = (strapi: Strapi, uid: string): DocumentService =>
  strapi.documents(uid as never) as unknown as DocumentService;

/** What a call of the document service is about, as far as we read it. */
export interface DocumentParams {
  documentId?: string;
  data?: Record<string, unknown>;
  locale?: unknown;
  status?: unknown;
  fields?: unknown;
  populate?: unknown;
}

/** A call of the document service, as its middleware is given it. What it is called with may be changed. */
export interface DocumentCall {
  readonly uid: string;
  readonly action: string;
  params: DocumentParams;
}
export type DocumentMiddleware = (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>;

/** Puts a middleware after those that are there already: for those too who took the document service before. */
export const useInDocuments = (strapi: Strapi, middleware: DocumentMiddleware): void => {
  strapi.documents.use(middleware as unknown as Parameters<Strapi['documents']['use']>[0]);
};

type Repository = Record<string, (params: DocumentParams) => Promise<unknown>>;

/** Strapi wraps neither in its middleware (`core/dist/services/document-service/index.js`). */
const helpers = new Set(['updateComponents', 'omitComponentData']);

/**
 * Puts something around the whole document service. Strapi's own `documents.use` puts a middleware after those that are
 * there already, and which plugin is loaded first is the site's affair.
 */
export const aroundDocuments = (strapi: Strapi, around: DocumentMiddleware): void => {
  const inner = strapi.documents;
  const facades = new WeakMap<object, unknown>();
  const facadeOf = (uid: string, repository: object): unknown => {
    const wrapped = Object.entries(repository as Repository).map(([action, method]) => {
      if (helpers.has(action) || typeof method !== 'function') return [action, method];
      return [
        action,
        (params: DocumentParams = {}) => {
          const call: DocumentCall = { uid, action, params };
          return around(call, () => method(call.params));
        },
      ];
    });
    return Object.fromEntries(wrapped);
  };
  const outer = (uid: string): unknown => {
    const repository: object = inner(uid as never);
    const facade = facades.get(repository) ?? facadeOf(uid, repository);
    facades.set(repository, facade);
    return facade;
  };
  Object.defineProperty(strapi, 'documents', { value: Object.assign(outer, inner), configurable: true });
};
