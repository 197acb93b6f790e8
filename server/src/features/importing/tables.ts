import type { Table } from '../../kernel';

/** An import: what is known of its file and how it stands. */
export const importTable = {
  name: 'guest_access_imports',
  columns: {
    document_id: { type: 'string', length: 40, required: true, unique: true },
    /** documentId of the admin user who began it: theirs alone. */
    owner: { type: 'string', length: 40, required: true },
    source: { type: 'string', length: 20, required: true },
    file_name: { type: 'string', length: 200, required: true },
    /** Of the file, in bytes; `received` of them are there. */
    size: { type: 'integer', required: true },
    received: { type: 'integer', required: true, default: 0 },
    state: { type: 'string', length: 20, required: true },
    refusal: { type: 'string', length: 40 },
    /** How it is read: format and mapping, as JSON. */
    reading: { type: 'text' },
    /** What the rows that are marked as guests get, as JSON; null where there are none. */
    guests: { type: 'text' },
    /** Of the rows, as JSON, as they stood when they were last changed. */
    counts: { type: 'text' },
    /** documentId of the job that works, or worked last. */
    job: { type: 'string', length: 40 },
    created_at: { type: 'instant', required: true },
    applied_at: { type: 'instant' },
  },
  indexes: [['owner', 'id'], ['created_at']],
} as const satisfies Table;

/** A file's bytes, as they came. */
export const pieceTable = {
  name: 'guest_access_import_pieces',
  columns: {
    import_id: { type: 'integer', required: true },
    /** Where in the file it begins. */
    at: { type: 'integer', required: true },
    /** In base64. */
    bytes: { type: 'text', required: true },
  },
  indexes: [['import_id', 'at']],
} as const satisfies Table;

/** A row of a file: who it is, what is wrong with it, what is decided, and what came of it. */
export const rowTable = {
  name: 'guest_access_import_rows',
  columns: {
    import_id: { type: 'integer', required: true },
    line: { type: 'integer', required: true },
    is_readable: { type: 'boolean', required: true },
    last_name: { type: 'string', length: 120 },
    first_name: { type: 'string', length: 120 },
    email: { type: 'string', length: 254 },
    phone: { type: 'string', length: 40 },
    direct_line: { type: 'string', length: 40 },
    mobile: { type: 'string', length: 40 },
    company: { type: 'string', length: 160 },
    language: { type: 'string', length: 10 },
    problems: { type: 'text' },
    /** What people are compared by, as contacts keep it. */
    email_key: { type: 'string', length: 254 },
    last_name_key: { type: 'string', length: 255 },
    first_name_key: { type: 'string', length: 255 },
    company_key: { type: 'string', length: 255 },
    /** Both names and the company in one, by which rows are compared. */
    name_key: { type: 'string', length: 255 },
    phone_number: { type: 'string', length: 32 },
    direct_line_number: { type: 'string', length: 32 },
    mobile_number: { type: 'string', length: 32 },
    match_by: { type: 'string', length: 10 },
    /** Row id of the contact. */
    match_contact: { type: 'integer' },
    /** Id of a row further up. */
    match_row: { type: 'integer' },
    decision: { type: 'string', length: 10, required: true },
    is_guest: { type: 'boolean', required: true, default: false },
    /** Fields whose value replaces the contact's, as JSON. */
    taken: { type: 'text' },
    result: { type: 'string', length: 20 },
    guest_result: { type: 'string', length: 20 },
    undo_result: { type: 'string', length: 20 },
    /** documentId of the contact that it becomes, or was joined with. */
    contact: { type: 'string', length: 40, required: true },
    /** documentId of the guest that was made for it. */
    guest: { type: 'string', length: 40 },
    /** What it changed of a contact, before and after, as JSON. */
    changed: { type: 'text' },
    /** documentId of a company that was made for it. */
    company_made: { type: 'string', length: 40 },
    /** What the contact's `updatedAt` became. */
    written_at: { type: 'instant' },
  },
  indexes: [
    ['import_id', 'id'],
    // With the id: the first of many is found without a look at the others.
    ['import_id', 'email_key', 'id'],
    ['import_id', 'name_key', 'id'],
    ['import_id', 'phone_number', 'id'],
    ['import_id', 'direct_line_number', 'id'],
    ['import_id', 'mobile_number', 'id'],
    ['contact'],
  ],
} as const satisfies Table;
