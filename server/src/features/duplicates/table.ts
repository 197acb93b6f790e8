import type { Table } from '../../kernel';

/** Pairs of contacts that look like one person, and of whom an editor has said that they are two. */
export const apartTable = {
  name: 'guest_access_apart_contacts',
  columns: {
    /** The documentIds of both, the one that is there longer first, with a space between them. */
    pair: { type: 'string', length: 80, required: true, unique: true },
    older: { type: 'string', length: 40, required: true },
    newer: { type: 'string', length: 40, required: true },
  },
  indexes: [['older', 'newer'], ['newer']],
} as const satisfies Table;
