import { secretAttributes } from '../../../kernel';

const hidden = { private: true, searchable: false, configurable: false } as const;

/**
 * An address that is to be proved: made as the mail with its link goes out, gone when the link is used or over. The slot is
 * unique, so that one address has one good link at each door: a second request takes the place of the first.
 *
 * `askedAt` and `endsAt` are milliseconds since 1970.
 */
export const joinRequest = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_join_requests',
    info: { singularName: 'join-request', pluralName: 'join-requests', displayName: 'Join request' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    config: secretAttributes('digest'),
    attributes: {
      /** Digest of source, reference and address key. */
      slot: { type: 'string', required: true, ...hidden, maxLength: 64, column: { unique: true } },
      /** HMAC-SHA-256 of the secret in the mail, in hex. */
      digest: { type: 'string', required: true, ...hidden, maxLength: 64, column: { unique: true } },
      /** In its canonical form, and what it is compared by. */
      address: { type: 'string', required: true, ...hidden, maxLength: 254 },
      addressKey: { type: 'string', required: true, ...hidden, maxLength: 254 },
      /** Which rule allowed it: `domain`, or `link` with the link's documentId as reference. */
      source: { type: 'string', required: true, ...hidden, maxLength: 20 },
      reference: { type: 'string', ...hidden, maxLength: 40 },
      language: { type: 'string', required: true, ...hidden, maxLength: 10 },
      askedAt: { type: 'biginteger', required: true, ...hidden },
      endsAt: { type: 'biginteger', required: true, ...hidden },
    },
    indexes: [
      { name: 'guest_access_join_requests_address_idx', columns: ['address_key'] },
      { name: 'guest_access_join_requests_ends_idx', columns: ['ends_at'] },
    ],
  },
};
