import type { Table } from '../../kernel';

/**
 * The chain over the lines of the log: each carries a hash of itself and of the one before. In a table that Strapi does not know, so
 * that no API and no page of the panel writes it.
 */
export const chainTable: Table = {
  name: 'guest_access_trail_chain',
  columns: {
    /** 1, 2, 3, … without a gap. */
    place: { type: 'integer', required: true, unique: true },
    /** Row id of the line. */
    line: { type: 'integer', required: true, unique: true },
    /** Stands before the facts that name people, so that their digest does not betray them; null once a person was erased. */
    salt: { type: 'string', length: 32 },
    /** Digest of the facts that name people: it stays where they go. */
    facts: { type: 'string', length: 64, required: true },
    hash: { type: 'string', length: 64, required: true },
  },
};
