import { secretAttributes } from '../../../kernel';

const secretColumn = { private: true, searchable: false, configurable: false } as const;

/** A secret in a link that lets its guest in. A guest has one; another takes its place. */
export const accessKey = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_keys',
    info: { singularName: 'access-key', pluralName: 'access-keys', displayName: 'Guest access key' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    config: secretAttributes('digest', 'encrypted'),
    attributes: {
      /** documentId of the guest. */
      guest: { type: 'string', required: true, ...secretColumn, maxLength: 40, column: { unique: true } },
      /** HMAC-SHA-256 of the key, in hex. */
      digest: { type: 'string', required: true, ...secretColumn, maxLength: 64, column: { unique: true } },
      /** The key under the site's encryption key, where there is one: then it can be shown again. */
      encrypted: { type: 'text', ...secretColumn },
      lastFour: { type: 'string', required: true, ...secretColumn, maxLength: 4 },
      issuedAt: { type: 'datetime', required: true, ...secretColumn },
      expiresAt: { type: 'datetime', ...secretColumn },
      lastUsedAt: { type: 'datetime', ...secretColumn },
    },
  },
};
