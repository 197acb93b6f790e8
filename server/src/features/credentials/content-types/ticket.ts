import { secretAttributes } from '../../../kernel';

const column = { required: true, private: true, searchable: false, configurable: false } as const;

/**
 * A secret in a mailed link that is good once. Instants are milliseconds since 1970 in integer columns, as those of sessions.
 */
export const ticket = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_tickets',
    info: { singularName: 'ticket', pluralName: 'tickets', displayName: 'Guest ticket' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    config: secretAttributes('digest'),
    attributes: {
      /** HMAC-SHA-256 of the secret, in hex. */
      digest: { type: 'string', ...column, maxLength: 64, column: { unique: true } },
      purpose: { type: 'string', ...column, maxLength: 20 },
      /** documentId of the guest. */
      guest: { type: 'string', ...column, maxLength: 40 },
      /** Guest and purpose, while the ticket is good: a guest has one for a purpose. Null once it is used or superseded. */
      slot: { type: 'string', ...column, required: false, maxLength: 64, column: { unique: true } },
      /** Where it was mailed to: the guest's address, or the new one that it proves. Null where it was not mailed. */
      address: { type: 'string', ...column, required: false, maxLength: 254 },
      madeAt: { type: 'biginteger', ...column },
      endsAt: { type: 'biginteger', ...column },
    },
    indexes: [
      { name: 'guest_access_tickets_guest_index', columns: ['guest'] },
      { name: 'guest_access_tickets_ends_index', columns: ['ends_at'] },
    ],
  },
};
