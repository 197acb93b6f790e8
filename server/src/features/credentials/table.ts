import type { Table } from '../../kernel';

/** A secret in a mailed link that is good once. */
export const ticketTable = {
  name: 'guest_access_vault_tickets',
  columns: {
    document_id: { type: 'string', length: 40, required: true },
    /** HMAC-SHA-256 of the secret, in hex. */
    digest: { type: 'string', length: 64, required: true, unique: true },
    purpose: { type: 'string', length: 20, required: true },
    /** documentId of the guest. */
    guest: { type: 'string', length: 40, required: true },
    /** Guest and purpose, while the ticket is good: a guest has one for a purpose. Null once it is used or superseded. */
    slot: { type: 'string', length: 64, unique: true },
    /** Where it was mailed to: the guest's address, or the new one that it proves. Null where it was not mailed. */
    address: { type: 'string', length: 254 },
    made_at: { type: 'instant', required: true },
    ends_at: { type: 'instant', required: true },
  },
  indexes: [['guest'], ['ends_at']],
  former: { table: 'guest_access_tickets' },
} as const satisfies Table;
