import { secretAttributes } from '../../../kernel';

const column = { required: true, private: true, searchable: false, configurable: false } as const;

/**
 * What a login gives. Instants are milliseconds since 1970 in integer columns: they are read and written by hand-written
 * SQL in every request, on three databases with three ideas of a timestamp.
 */
export const session = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_sessions',
    info: { singularName: 'session', pluralName: 'sessions', displayName: 'Guest session' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    config: secretAttributes('digest'),
    attributes: {
      /** HMAC-SHA-256 of the token, in hex. */
      digest: { type: 'string', ...column, maxLength: 64, column: { unique: true } },
      /** documentId of the guest. */
      guest: { type: 'string', ...column, maxLength: 40 },
      door: { type: 'string', ...column, maxLength: 20 },
      editor: { type: 'string', ...column, required: false, maxLength: 250 },
      /** documentId of the admin user who looks. */
      editorId: { type: 'string', ...column, required: false, maxLength: 40 },
      device: { type: 'string', ...column, required: false, maxLength: 200 },
      startedAt: { type: 'biginteger', ...column },
      seenAt: { type: 'biginteger', ...column },
      idleEndsAt: { type: 'biginteger', ...column },
      endsAt: { type: 'biginteger', ...column },
    },
    indexes: [
      { name: 'guest_access_sessions_guest_index', columns: ['guest'] },
      { name: 'guest_access_sessions_ends_index', columns: ['ends_at'] },
    ],
  },
};
