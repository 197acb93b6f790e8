import { arrivalKinds } from '../../../../../contract';
import { secretAttributes } from '../../../kernel';

const hidden = { private: true, searchable: false, configurable: false } as const;

/**
 * A link that its maker passes on, and by which several people may come. Nothing that it gives stands in it: all is here.
 *
 * `issuedAt`, `expiresAt` and `revokedAt` are milliseconds since 1970.
 */
export const invitationLink = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_invitation_links',
    info: { singularName: 'invitation-link', pluralName: 'invitation-links', displayName: 'Guest invitation link' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    config: secretAttributes('digest', 'encrypted'),
    attributes: {
      name: { type: 'string', required: true, ...hidden, maxLength: 120 },
      /** HMAC-SHA-256 of the secret, in hex. */
      digest: { type: 'string', required: true, ...hidden, maxLength: 64, column: { unique: true } },
      /** The secret under the site's encryption key, where there is one: then the link can be shown again. */
      encrypted: { type: 'text', ...hidden },
      lastFour: { type: 'string', required: true, ...hidden, maxLength: 4 },
      addAs: { type: 'enumeration', enum: [...arrivalKinds], required: true, ...hidden },
      approval: { type: 'boolean', required: true, default: false, ...hidden },
      /** A rule such as `example.com` or `*.example.com`, in A-labels; null: any domain. */
      domain: { type: 'string', ...hidden, maxLength: 255 },
      /** `{ resources, accessTypes }` as they were chosen. */
      grants: { type: 'json', required: true, ...hidden },
      issuedAt: { type: 'biginteger', required: true, ...hidden },
      expiresAt: { type: 'biginteger', ...hidden },
      revokedAt: { type: 'biginteger', ...hidden },
      /** Null: no bound. */
      placesMax: { type: 'integer', ...hidden },
      placesTaken: { type: 'integer', required: true, default: 0, ...hidden },
      /** documentId of the admin user who made it, and his name then. */
      maker: { type: 'string', required: true, ...hidden, maxLength: 40 },
      makerName: { type: 'string', ...hidden, maxLength: 250 },
    },
    indexes: [{ name: 'guest_access_invitation_links_issued_idx', columns: ['issued_at'] }],
  },
};
