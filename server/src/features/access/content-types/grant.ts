/**
 * guest × resource, or guest × access type. Plain columns, not relations: a grant is read as SQL sub-query in every
 * request of a guest, and what it points at lives in content types that only the site knows.
 */
export const grant = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_grants',
    info: { singularName: 'grant', pluralName: 'grants', displayName: 'Guest grant' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    attributes: {
      /** documentId of the guest. */
      guest: { type: 'string', required: true, private: true, searchable: false, configurable: false, maxLength: 40 },
      /** The resource type's uid, or `access-type`. */
      subjectType: {
        type: 'string',
        required: true,
        private: true,
        searchable: false,
        configurable: false,
        maxLength: 200,
      },
      /** The resource's documentId, or the access type's key. */
      subject: { type: 'string', required: true, private: true, searchable: false, configurable: false, maxLength: 60 },
      /** `domain`: given by the domain of the address the guest joined with, and lost with it. Null: given by a person. */
      source: { type: 'string', private: true, searchable: false, configurable: false, maxLength: 20 },
    },
    indexes: [
      {
        name: 'guest_access_grants_unique',
        type: 'unique',
        columns: ['guest', 'subject_type', 'subject'],
      },
      { name: 'guest_access_grants_subject_index', columns: ['subject_type', 'subject'] },
    ],
  },
};
