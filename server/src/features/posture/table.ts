import type { Table } from '../../kernel';

/** Findings that somebody has decided to leave as they are, each as it was then. */
export const acceptedTable = {
  name: 'guest_access_accepted_findings',
  columns: {
    /** One of `findingIds`. */
    finding: { type: 'string', length: 40, required: true, unique: true },
    severity: { type: 'string', length: 10, required: true },
    counted: { type: 'integer', required: true },
    /** JSON: what it was about, or null where that is not listed. */
    subjects: { type: 'text', required: true },
    reason: { type: 'string', length: 500, required: true },
    /** documentId of the admin user who decided it, and their name then. */
    editor: { type: 'string', length: 40, required: true },
    editor_name: { type: 'string', length: 250 },
    accepted_at: { type: 'instant', required: true },
  },
} as const satisfies Table;
