import type { Table } from '../../kernel';

/** The filters that somebody of the panel has kept of a list. What they searched for is in it, and so may be names: it is theirs alone. */
export const savedViewTable = {
  name: 'guest_access_saved_views',
  columns: {
    /** documentId of the admin user, and the list. */
    owner_list: { type: 'string', length: 80, required: true, unique: true },
    /** As JSON, in their order. */
    views: { type: 'text', required: true },
  },
} as const satisfies Table;
