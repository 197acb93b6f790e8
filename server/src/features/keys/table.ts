import { formerInstant, type Table } from '../../kernel';

/** A secret in a link that lets its guest in. A guest has one; another takes its place. */
export const keyTable = {
  name: 'guest_access_vault_keys',
  columns: {
    /** documentId of the guest. */
    guest: { type: 'string', length: 40, required: true, unique: true },
    /** HMAC-SHA-256 of the key, in hex. */
    digest: { type: 'string', length: 64, required: true, unique: true },
    /** The key under the site's encryption key, where there is one: then it can be shown again. */
    encrypted: { type: 'text' },
    last_four: { type: 'string', length: 4, required: true },
    issued_at: { type: 'instant', required: true },
    expires_at: { type: 'instant' },
    last_used_at: { type: 'instant' },
  },
  indexes: [['expires_at']],
  former: {
    table: 'guest_access_keys',
    toRow: (row) => ({
      ...row,
      issued_at: formerInstant(row['issued_at']),
      expires_at: formerInstant(row['expires_at']),
      last_used_at: formerInstant(row['last_used_at']),
    }),
  },
} as const satisfies Table;
