import { formerJson, type Table } from '../../kernel';

/**
 * A link that its maker passes on, and by which several people may come. Nothing that it gives stands in it: all is here.
 */
export const linkTable = {
  name: 'guest_access_vault_links',
  columns: {
    document_id: { type: 'string', length: 40, required: true, unique: true },
    name: { type: 'string', length: 120, required: true },
    /** HMAC-SHA-256 of the secret, in hex. */
    digest: { type: 'string', length: 64, required: true, unique: true },
    /** The secret under the site's encryption key, where there is one: then the link can be shown again. */
    encrypted: { type: 'text' },
    last_four: { type: 'string', length: 4, required: true },
    /** One of `arrivalKinds`. */
    add_as: { type: 'string', length: 20, required: true },
    approval: { type: 'boolean', required: true, default: false },
    /** A rule such as `example.com` or `*.example.com`, in A-labels; null: any domain. */
    domain: { type: 'string', length: 255 },
    /** `{ resources, accessTypes }` as they were chosen, as JSON. */
    grants: { type: 'text', required: true },
    issued_at: { type: 'instant', required: true },
    expires_at: { type: 'instant' },
    revoked_at: { type: 'instant' },
    /** Null: no bound. */
    places_max: { type: 'integer' },
    places_taken: { type: 'integer', required: true, default: 0 },
    /** documentId of the admin user who made it, and their name then. */
    maker: { type: 'string', length: 40, required: true },
    maker_name: { type: 'string', length: 250 },
  },
  indexes: [['issued_at']],
  former: {
    table: 'guest_access_invitation_links',
    toRow: (row) => ({ ...row, grants: formerJson(row['grants']) }),
  },
} as const satisfies Table;
