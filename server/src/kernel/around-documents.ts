import type { Strapi } from './strapi';

/** A call of the document service, as its middleware is given it. What it is called with may be changed. */
export interface DocumentCall {
  readonly uid: string;
  readonly action: string;
  params: object;
}
export type AroundDocuments = (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>;

type Repository = Record<string, (params: object) => Promise<unknown>>;

/** Strapi wraps neither in its middleware (`core/dist/services/document-service/index.js`). */
const helpers = new Set(['updateComponents', 'omitComponentData']);

/**
 * Puts something around the whole document service. Strapi's own `documents.use` puts a middleware after those that are
 * there already, and which plugin is loaded first is the site's affair.
 */
export const aroundDocuments = (strapi: Strapi, around: AroundDocuments): void => {
  const inner = strapi.documents;
  const facades = new WeakMap<object, unknown>();
  const facadeOf = (uid: string, repository: object): unknown => {
    const wrapped = Object.entries(repository as Repository).map(([action, method]) => {
      if (helpers.has(action) || typeof method !== 'function') return [action, method];
      return [
        action,
        (params: object = {}) => {
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
