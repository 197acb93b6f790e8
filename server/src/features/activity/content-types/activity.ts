const column = { private: true, searchable: false, configurable: false } as const;

/**
 * What happened, to whom, by whom. Rows are added and, when they are old, taken away. They are never changed, but that what names a person
 * goes when that person is erased.
 */
export const activity = {
  schema: {
    kind: 'collectionType',
    collectionName: 'guest_access_activities',
    info: { singularName: 'activity', pluralName: 'activities', displayName: 'Guest activity' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    attributes: {
      /** Milliseconds since 1970. */
      at: { type: 'biginteger', required: true, ...column },
      action: { type: 'string', required: true, maxLength: 40, ...column },
      /** documentId of the guest it is about. */
      guest: { type: 'string', maxLength: 40, ...column },
      /** documentId of the contact it is about, where it is about one. */
      contact: { type: 'string', maxLength: 40, ...column },
      /** The row of the site it is about: its content type, and its documentId where it is one row. */
      contentType: { type: 'string', maxLength: 250, ...column },
      rowId: { type: 'string', maxLength: 40, ...column },
      /** Who did it: `guest`, `editor` or `system`, and their name as it was then. */
      actorKind: { type: 'string', required: true, maxLength: 20, ...column },
      actorName: { type: 'string', maxLength: 250, ...column },
      /** documentId of the editor; of the guest where a guest did it. */
      actorId: { type: 'string', maxLength: 40, ...column },
      /** The network they came from, as much of it as the settings say. */
      address: { type: 'string', maxLength: 60, ...column },
      details: { type: 'json', ...column },
    },
    indexes: [
      { name: 'guest_access_activities_at_index', columns: ['at'] },
      { name: 'guest_access_activities_guest_index', columns: ['guest', 'at'] },
      { name: 'guest_access_activities_contact_index', columns: ['contact', 'at'] },
      { name: 'guest_access_activities_row_index', columns: ['row_id', 'at'] },
      { name: 'guest_access_activities_action_index', columns: ['action', 'at'] },
      { name: 'guest_access_activities_actor_index', columns: ['actor_kind', 'at'] },
    ],
  },
};
