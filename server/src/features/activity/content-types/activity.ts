const column = { private: true, searchable: false, configurable: false } as const;

/** What happened, to whom, by whom. Rows are added and, when they are old, taken away; never changed. */
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
      /** Who did it: `guest`, `editor` or `system`, and their name as it was then. */
      actorKind: { type: 'string', required: true, maxLength: 20, ...column },
      actorName: { type: 'string', maxLength: 250, ...column },
      details: { type: 'json', ...column },
    },
    indexes: [
      { name: 'guest_access_activities_at_index', columns: ['at'] },
      { name: 'guest_access_activities_guest_index', columns: ['guest', 'at'] },
    ],
  },
};
