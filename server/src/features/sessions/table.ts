import type { Table } from '../../kernel';

/** What a login gives. It is read in every request of a guest, in one query with its guest. */
export const sessionTable = {
  name: 'guest_access_vault_sessions',
  columns: {
    document_id: { type: 'string', length: 40, required: true },
    /** HMAC-SHA-256 of the token, in hex. */
    digest: { type: 'string', length: 64, required: true, unique: true },
    /** documentId of the guest. */
    guest: { type: 'string', length: 40, required: true },
    door: { type: 'string', length: 20, required: true },
    editor: { type: 'string', length: 250 },
    /** documentId of the admin user who looks. */
    editor_id: { type: 'string', length: 40 },
    device: { type: 'string', length: 200 },
    started_at: { type: 'instant', required: true },
    seen_at: { type: 'instant', required: true },
    idle_ends_at: { type: 'instant', required: true },
    ends_at: { type: 'instant', required: true },
  },
  indexes: [['guest'], ['ends_at']],
  former: { table: 'guest_access_sessions' },
} as const satisfies Table;
