import { defaultLocale, locales } from '../../../../../contract';

/** An identity that may come in, paired with one or more contacts. */
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
      ownContact: {
        type: 'string',
        private: true,
        searchable: false,
        configurable: false,
        maxLength: 40,
        column: { unique: true },
      },
      /** The contacts whose rows he sees. */
      contacts: { type: 'relation', relation: 'manyToMany', target: 'plugin::guest-access.contact' },
      closed: { type: 'boolean', required: true, default: false },
      companyRecords: { type: 'boolean', required: true, default: false },
      companyContacts: { type: 'boolean', required: true, default: false },
      /** Goes up with each change of his access and of the settings; what was worked out from an older one is stale. */
      version: { type: 'integer', required: true, default: 1, configurable: false },
    },
  },
};
