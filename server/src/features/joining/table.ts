import type { Table } from '../../kernel';

/**
 * An address that is to be proved: made as the mail with its link goes out, gone when the link is used or over. The slot is
 * unique, so that one address has one good link at each door: a second request takes the place of the first.
 */
export const joinRequestTable = {
  name: 'guest_access_vault_join_requests',
  columns: {
    document_id: { type: 'string', length: 40, required: true },
    /** Digest of source, reference and address key. */
    slot: { type: 'string', length: 64, required: true, unique: true },
    /** HMAC-SHA-256 of the secret in the mail, in hex. */
    digest: { type: 'string', length: 64, required: true, unique: true },
    /** In its canonical form, and what it is compared by. */
    address: { type: 'string', length: 254, required: true },
    address_key: { type: 'string', length: 254, required: true },
    /** Which rule allowed it: `domain`, or `link` with the link's documentId as reference. */
    source: { type: 'string', length: 20, required: true },
    reference: { type: 'string', length: 40 },
    language: { type: 'string', length: 10, required: true },
    asked_at: { type: 'instant', required: true },
    ends_at: { type: 'instant', required: true },
  },
  indexes: [['address_key'], ['ends_at']],
  former: { table: 'guest_access_join_requests' },
} as const satisfies Table;
