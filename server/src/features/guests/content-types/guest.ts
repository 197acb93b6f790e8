import { defaultLocale, guestOrigins, locales } from '../../../../../contract';

const kept = { private: true, searchable: false, configurable: false } as const;

/** An identity that may come in, paired with one or more contacts. Their password stands in a table of its own. */
export const guest = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_guests',
    info: { singularName: 'guest', pluralName: 'guests', displayName: 'Guest' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    attributes: {
      lastName: { type: 'string', required: true, maxLength: 120 },
      firstName: { type: 'string', maxLength: 120 },
      language: { type: 'enumeration', enum: [...locales], default: defaultLocale, required: true },
      /** documentId of the contact whose own access this is. One contact, one access: the column is unique. */
      ownContact: { type: 'string', ...kept, maxLength: 40, column: { unique: true } },
      /** Where they are written to, in its canonical form; null for one who comes in by a key only. */
      email: { type: 'string', ...kept, maxLength: 254 },
      /** What addresses are compared by: all of it in lower case. Unique, in the database. */
      emailKey: { type: 'string', ...kept, maxLength: 254, column: { unique: true } },
      /** Whether who owns the address has shown it: by joining, or by a link that was mailed there. Null is no. */
      emailProved: { type: 'boolean', ...kept },
      /**
       * The address that the own contact had when the access was given; empty where it had none, null where nobody noted it.
       * Whoever joins takes this access over only by this very address.
       */
      knownEmail: { type: 'string', ...kept, maxLength: 254 },
      /** documentId of the guest whose access a waiting guest takes over as an editor agrees. */
      takesOver: { type: 'string', ...kept, maxLength: 40 },
      title: { type: 'string', ...kept, maxLength: 160 },
      /** In lower case; set once. Unique, in the database. */
      login: { type: 'string', ...kept, maxLength: 64, column: { unique: true } },
      description: { type: 'text', ...kept },
      details: { type: 'text', ...kept },
      /** Id of a file of the media library. No relation: from the file's side it would show this row to all who see files. */
      photo: { type: 'integer', ...kept },
      country: { type: 'string', ...kept, maxLength: 2 },
      timeZone: { type: 'string', ...kept, maxLength: 60 },
      mobile: { type: 'string', ...kept, maxLength: 40 },
      origin: { type: 'enumeration', enum: [...guestOrigins], default: 'contact', required: true, ...kept },
      /** documentId of the invitation link by which they came. */
      invitationLink: { type: 'string', ...kept, maxLength: 40 },
      /** Came by themselves and wait for an editor's agreement; closed until then. */
      waiting: { type: 'boolean', required: true, default: false, ...kept },
      /** The contacts whose rows they see. */
      contacts: { type: 'relation', relation: 'manyToMany', target: 'plugin::guest-access.contact' },
      closed: { type: 'boolean', required: true, default: false },
      companyRecords: { type: 'boolean', required: true, default: false },
      companyContacts: { type: 'boolean', required: true, default: false },
      /** When they were here last, in milliseconds since 1970; null for never. Written past Strapi, by `noteSeen`. */
      lastSeenAt: { type: 'biginteger', ...kept },
      /** Goes up with each change of their access and of the settings; what was worked out from an older one is stale. */
      version: { type: 'integer', required: true, default: 1, configurable: false },
      /** What a list is sorted by: their names, folded. */
      nameKey: { type: 'string', ...kept },
      /** The mobile number in E.164, where it is one. */
      mobileNumber: { type: 'string', ...kept },
      /** What a search looks in: names, address, title and login, folded. */
      searchText: { type: 'text', ...kept },
    },
    indexes: [
      { name: 'guest_access_guests_name_key_index', columns: ['name_key', 'id'] },
      { name: 'guest_access_guests_last_seen_at_index', columns: ['last_seen_at', 'id'] },
      { name: 'guest_access_guests_waiting_index', columns: ['waiting', 'closed'] },
    ],
  },
};
