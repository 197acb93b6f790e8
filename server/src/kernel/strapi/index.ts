/*
 * The ports: all that the plugin knows of Strapi beyond what its documentation promises stands in this folder, a file for each
 * part of Strapi. `tests/house/ports.test.ts` sees to it, and `tests/strapi-contract` tries each of them on a bare Strapi.
 */
export * from './admin';
export * from './app';
export * from './database';
export * from './documents';
export * from './email';
export * from './graphql';
export * from './http';
export * from './i18n';
export * from './input-grammar';
export * from './models';
export * from './query';
export * from './query-filter';
export * from './relation-storage';
export * from './rights';
export { inTransaction, undone, type TransactionParts } from './transaction';
export * from './upload';
export { emitPublished, lockVersions, setUpdatedAt, writeVersion, type StoredVersion } from './versions';
export * from './webhooks';
