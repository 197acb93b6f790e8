import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { reach } from './contact-access';
import { addressText, typedText } from './contacts';
import { documentId, endpoint, file, nothing } from './endpoint';
import { grants } from './grants';
import { jobStates, type JobState } from './jobs';
import { defaultLocale, locale } from './locales';
import { pageQuery, pagination } from './pagination';

/** Encodings that a file of people may be in, by their names in the WHATWG's standard and IANA's list. */
export const importEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'macintosh',
  'x-mac-ce',
] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** What stands between two columns. */
export const importSeparators = [',', ';', '\t', '|'] as const;
export type ImportSeparator = (typeof importSeparators)[number];

/** Why a file is none that people can be read from; `binary`: a workbook, an archive, a picture. */
export const unreadableReasons = ['empty', 'binary'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What is read of a person. */
export const importedFields = [
  'lastName',
  'firstName',
  'email',
  'phone',
  'directLine',
  'mobile',
  'company',
  'locale',
] as const;
export type ImportedField = (typeof importedFields)[number];

/**
 * What a column can hold. `fullName` is split where there is neither last nor first name; `phoneKind` says of what kind the number in the
 * next column is, row by row («Mobile», «Work Fax»), as Google writes it.
 */
export const importFields = [...importedFields, 'fullName', 'phoneKind'] as const;
export type ImportField = (typeof importFields)[number];

/** How whole names are written, where a name itself does not tell. */
export const nameOrders = ['first-last', 'last-first'] as const;
export type NameOrder = (typeof nameOrders)[number];

/**
 * What can be wrong with a row. `no-name`: no last name; `left-out`: a second value of a field that holds one;
 * `unreadable-text`: signs that the encoding does not have; `bad-number`: a number that a spreadsheet has rounded (`6,22E+08`);
 * `unreadable-row`: a quotation mark that never closes, a row or a card beyond its bounds, one that is cut off.
 */
export const importProblems = [
  'no-name',
  'bad-address',
  'bad-number',
  'too-long',
  'control-character',
  'unreadable-text',
  'unknown-locale',
  'left-out',
  'unreadable-row',
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** How a file is read: guessed, or as an editor says. */
export const importFormat = object({
  kind: mixed<'csv' | 'vcard'>().oneOf(['csv', 'vcard']).required(),
  encoding: mixed<ImportEncoding>()
    .oneOf([...importEncodings])
    .required(),
  /** Of a table. */
  separator: mixed<ImportSeparator>()
    .oneOf([...importSeparators])
    .optional(),
  hasHeader: boolean().strict().optional(),
})
  .noUnknown()
  .test(
    'whole-table',
    'a table has a separator, and a header or none',
    // Asked of nothing too, where a format may be left out.
    (format?: { kind: string; separator?: unknown; hasHeader?: unknown } | null) =>
      format?.kind !== 'csv' || (format.separator !== undefined && format.hasHeader !== undefined)
  );
export type ImportFormat = InferType<typeof importFormat>;

export const importColumnsMax = 1_000;
/** What each column holds, null where nothing is taken of it, and how whole names are written. */
export const importMapping = object({
  fields: array(
    mixed<ImportField>()
      .oneOf([...importFields])
      .nullable()
      .defined()
  )
    .max(importColumnsMax)
    .required(),
  nameOrder: mixed<NameOrder>()
    .oneOf([...nameOrders])
    .required(),
}).noUnknown();
export type ImportMapping = InferType<typeof importMapping>;

const text = string().nullable().defined();
/** Somebody as a row of a file, or a contact, holds them. */
const heldPerson = object({
  lastName: text,
  firstName: text,
  email: text,
  phone: text,
  directLine: text,
  mobile: text,
  company: text,
  locale: locale.nullable().defined(),
});
export type HeldPerson = InferType<typeof heldPerson>;

/** A row of a file as a person, with what is wrong with it. */
export const importedRow = object({
  /** Of the file, on which it begins. */
  line: number().required(),
  /** Null where the row cannot be read. */
  person: heldPerson.nullable().defined(),
  problems: array(
    object({
      code: mixed<ImportProblem>()
        .oneOf([...importProblems])
        .required(),
      /** Null where it is the whole row. */
      field: mixed<ImportedField>()
        .oneOf([...importedFields])
        .nullable()
        .defined(),
      /** What stood there, its first hundred characters. */
      value: string().defined(),
    }).required()
  ).required(),
});
export type ImportedRow = InferType<typeof importedRow>;

/** Bytes of the beginning of a file, that are enough to know how it is to be read. */
export const importSampleBytesMax = 262_144;

/**
 * POST /import/sample — how a file of people looks by its beginning: its format and, of a table, what its columns hold. Both are guessed where they
 * are left out, so that the same is asked again as an editor changes them. Nothing is kept. 400 `invalid_body`.
 */
export const SampleImport = endpoint('SampleImport', {
  body: object({
    /** The first bytes of the file, in base64. */
    beginning: string()
      .strict()
      .max(Math.ceil(importSampleBytesMax / 3) * 4)
      .matches(base64)
      .defined(),
    /** Whether there is no more of it. */
    isWhole: boolean().strict().required(),
    format: importFormat.optional().default(undefined),
    mapping: importMapping.optional().default(undefined),
  }).noUnknown(),
  response: object({
    /** Why it is no file that people can be read from; null where it is one. */
    unreadable: mixed<UnreadableReason>()
      .oneOf([...unreadableReasons])
      .nullable()
      .defined(),
    format: importFormat.nullable().defined(),
    /** The words over the columns, null where there are none. */
    header: array(string().defined()).nullable().defined(),
    /** The first rows of a table as they stand there. */
    cells: array(array(string().defined()).required()).required(),
    mapping: importMapping.nullable().defined(),
    /** The first rows as people. */
    rows: array(importedRow.required()).required(),
  }),
});

/** Where the people come from. Whatever it is, it arrives as a file: a grid that was typed as a table, Google's contacts as one too. */
export const importSources = ['file', 'typed', 'google'] as const;
export type ImportSource = (typeof importSources)[number];

/**
 * `receiving` its pieces; `checking` them: rows are read and compared; `checked`: an editor decides; `applying`, `applied`, `undoing`,
 * `undone`. `refused`: no import, `refusal` says why.
 */
export const importStates = [
  'receiving',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'refused',
] as const;
export type ImportState = (typeof importStates)[number];

/** Why a file is none that people are taken from. `no-rows`: there is nobody in it. */
export const importRefusals = [...unreadableReasons, 'no-rows', 'too-many-rows'] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export const importBytesMax = 256 * 1024 * 1024;
export const importRowsMax = 500_000;
export const importPieceBytesMax = 524_288;

/** By what somebody of the file is somebody who is there already, or who stands further up in the file. */
export const importMatchKinds = ['email', 'name', 'phone'] as const;
export type ImportMatchKind = (typeof importMatchKinds)[number];

/** What becomes of a row: a contact of its own, joined with the one it was matched with, or nothing. */
export const importDecisions = ['add', 'merge', 'skip'] as const;
export type ImportDecision = (typeof importDecisions)[number];

/**
 * What came of a row. `merged`: at least one field of a contact was filled or changed, `unchanged` none; `skipped`; `incomplete`: it
 * had no last name; `appeared`: somebody with this address was added after the check, so nothing was done; `gone`: whom it was to be
 * joined with is there no more; `access-decides`: a guest stands behind the contact, and the editor may not change who that is.
 */
export const importResults = [
  'added',
  'merged',
  'unchanged',
  'skipped',
  'incomplete',
  'appeared',
  'gone',
  'access-decides',
] as const;
export type ImportResult = (typeof importResults)[number];

/**
 * And of the guest it was to be. `no-address`: nobody can be invited without one; `address-taken`: another guest has it; `has-guest`: the
 * contact is one's already; `not-allowed`: the editor may not create guests, or not what they were to get, any more.
 */
export const importGuestResults = ['created', 'no-address', 'address-taken', 'has-guest', 'not-allowed'] as const;
export type ImportGuestResult = (typeof importGuestResults)[number];

/** What became of it as the import was undone. `kept`: it was changed meanwhile, or somebody came in by it. */
export const importUndoResults = ['undone', 'kept'] as const;
export type ImportUndoResult = (typeof importUndoResults)[number];

/** What rows can be looked at, or decided on, together. `done` to `failed` are of an import that was applied. */
export const importRowFilters = [
  'all',
  'problems',
  'incomplete',
  'email',
  'name',
  'phone',
  'guests',
  'skipped',
  'done',
  'not-done',
] as const;
export type ImportRowFilter = (typeof importRowFilters)[number];
const rowFilter = mixed<ImportRowFilter>().oneOf([...importRowFilters]);

const decision = mixed<ImportDecision>().oneOf([...importDecisions]);
const importedField = mixed<ImportedField>().oneOf([...importedFields]);

/** A row of a file as an editor decides on it. */
export const importRow = importedRow
  .shape({
    rowId: number().required(),
    decision: decision.required(),
    isGuest: boolean().required(),
    /** The fields that the file's value replaces where both have one; empty ones are filled without. */
    taken: array(importedField.required()).required(),
    match: object({
      by: mixed<ImportMatchKind>()
        .oneOf([...importMatchKinds])
        .required(),
      /** The line of the file on which the same person stands; null where they are a contact. */
      line: number().nullable().defined(),
      /** documentId of the contact; null where they are in the file, or the contact is gone. */
      contactId: string().nullable().defined(),
      /** Them, as they stand there; null where they are gone or cannot be read. */
      person: heldPerson.nullable().default(undefined).defined(),
    })
      .nullable()
      .default(undefined)
      .defined(),
    /** Null until it was applied, as the three below. */
    result: mixed<ImportResult>()
      .oneOf([...importResults])
      .nullable()
      .defined(),
    guestResult: mixed<ImportGuestResult>()
      .oneOf([...importGuestResults])
      .nullable()
      .defined(),
    undoResult: mixed<ImportUndoResult>()
      .oneOf([...importUndoResults])
      .nullable()
      .defined(),
    contactId: documentId.nullable().defined(),
    guestId: documentId.nullable().defined(),
  })
  .required();
export type ImportRow = InferType<typeof importRow>;

const count = number().required();
/** What guests of an import get, beside their contact. Null: there are none. */
const importGuests = object({ invite: boolean().strict().required(), ...grants, ...reach }).noUnknown();
export type ImportGuests = InferType<typeof importGuests>;

/** An import, to whoever began it and to nobody else. Times are ISO 8601. */
export const importPlan = object({
  documentId: documentId.required(),
  source: mixed<ImportSource>()
    .oneOf([...importSources])
    .required(),
  fileName: string().required(),
  state: mixed<ImportState>()
    .oneOf([...importStates])
    .required(),
  refusal: mixed<ImportRefusal>()
    .oneOf([...importRefusals])
    .nullable()
    .defined(),
  /** Bytes that are there, of `size`. */
  received: count,
  size: count,
  /** How it is read; null until it was said. */
  format: importFormat.nullable().default(undefined).defined(),
  mapping: importMapping.nullable().default(undefined).defined(),
  /** Of the rows, as they stand now; null until they were read. */
  counts: object({
    rows: count,
    problems: count,
    incomplete: count,
    email: count,
    name: count,
    phone: count,
    guests: count,
    /** Of the guests, those without an address. */
    guestsWithoutAddress: count,
    add: count,
    merge: count,
    skip: count,
    /** Of what was applied. */
    added: count,
    merged: count,
    guestsCreated: count,
    notDone: count,
    undone: count,
    kept: count,
  })
    .nullable()
    .default(undefined)
    .defined(),
  /** What is done with it in the background, or was last. */
  job: object({
    state: mixed<JobState>()
      .oneOf([...jobStates])
      .required(),
    done: number().nullable().defined(),
    total: number().nullable().defined(),
    lastError: string().nullable().defined(),
  })
    .nullable()
    .default(undefined)
    .defined(),
  /** Whether it can be undone: it was applied, or stopped on the way, and none of its guests has come in. */
  canBeUndone: boolean().required(),
  createdAt: string().required(),
  appliedAt: string().nullable().defined(),
});
export type ImportPlan = InferType<typeof importPlan>;

const importParams = object({ importId: documentId.required() }).noUnknown();
const rowId = number().strict().integer().min(1);
/** As it is typed; what is wrong with it is said in the row. */
const correction = addressText.nullable().default(null);

/**
 * POST /imports — begins an import; its bytes follow. 400 `invalid_body`; 409 `conflict` where the editor has twenty that were neither applied
 * nor deleted.
 */
export const CreateImport = endpoint('CreateImport', {
  body: object({
    source: mixed<ImportSource>()
      .oneOf([...importSources])
      .required(),
    fileName: typedText(200).min(1).required(),
    /** In bytes. */
    size: number().strict().integer().min(0).max(importBytesMax).required(),
  }).noUnknown(),
  response: importPlan,
});

/** GET /imports — those of the caller, the newest first. They and their rows are deleted after thirty days. */
export const ListImports = endpoint('ListImports', {
  response: object({ imports: array(importPlan.required()).required() }),
});

/** GET /imports/:importId — 404 `not_found` where it is none of the caller's, as with all that follow. */
export const GetImport = endpoint('GetImport', { params: importParams, response: importPlan });

/** DELETE /imports/:importId — forgets it with all its rows; what it has added stays. 409 `conflict` while it is being done. */
export const DeleteImport = endpoint('DeleteImport', { params: importParams, response: nothing });

/**
 * POST /imports/:importId/pieces — the next bytes of the file. `at` is where they begin. A piece that is there already is not taken again:
 * `received` says where to go on. 409 `conflict` where a piece before it is missing, or it is not `receiving`.
 */
export const AddImportPiece = endpoint('AddImportPiece', {
  params: importParams,
  body: object({
    at: number().strict().integer().min(0).required(),
    bytes: string()
      .strict()
      .min(1)
      .max(Math.ceil(importPieceBytesMax / 3) * 4)
      .matches(base64)
      .required(),
  }).noUnknown(),
  response: object({ received: count }),
});

/**
 * POST /imports/:importId/check — reads the whole file in the background, finds what is wrong and who is there already. Asked again, it is
 * read anew, and what was decided is forgotten. 409 `conflict` before all bytes are there, while it is being done, or once it was applied.
 */
export const CheckImport = endpoint('CheckImport', {
  params: importParams,
  body: object({
    format: importFormat,
    /** Of a table; of an address book it is left out. */
    mapping: importMapping.nullable().default(undefined),
  }).noUnknown(),
  response: importPlan,
});

/** GET /imports/:importId/rows — a page of the rows, in the order of the file. */
export const ListImportRows = endpoint('ListImportRows', {
  params: importParams,
  query: object({ show: rowFilter.default('all'), ...pageQuery }).noUnknown(),
  response: object({ rows: array(importRow).required(), pagination: pagination.required() }),
});

/**
 * PUT /imports/:importId/rows/:rowId — corrects a row: it is checked and compared anew. A value that cannot be kept is a problem of the row, as in a
 * file. 409 `conflict` where the import is not `checked`.
 */
export const CorrectImportRow = endpoint('CorrectImportRow', {
  params: importParams.shape({ rowId: number().integer().min(1).required() }),
  body: object({
    lastName: correction,
    firstName: correction,
    email: correction,
    phone: correction,
    directLine: correction,
    mobile: correction,
    company: correction,
    locale: locale.nullable().default(null),
  }).noUnknown(),
  response: importRow,
});

/**
 * POST /imports/:importId/choices — decides on rows: those named, or all of a filter. What is left out stays as it was. A row without last
 * name stays `skip`; `merge` of one that nobody was matched with adds it. 403 `access_decides` where the caller may not change contacts, or create
 * guests; 409 `conflict` where the import is not `checked`.
 */
export const DecideImportRows = endpoint('DecideImportRows', {
  params: importParams,
  body: object({
    rowIds: array(rowId.required()).min(1).max(1_000).optional().default(undefined),
    show: rowFilter.optional(),
    decision: decision.optional(),
    isGuest: boolean().strict().optional(),
    taken: array(importedField.required()).max(importedFields.length).optional().default(undefined),
  })
    .noUnknown()
    .test(
      'rows-or-filter',
      'name either the rows or a filter',
      (body) => (body?.rowIds === undefined) !== (body?.show === undefined)
    ),
  response: importPlan,
});

/**
 * POST /imports/:importId/apply — does what was decided, in the background: contacts first, each guest with theirs. `guests` says what those who
 * are marked get; no mail is sent but to those who are invited. 403 `access_decides`, `grants_beyond_own`; 409 `conflict` where it is not `checked`.
 */
export const ApplyImport = endpoint('ApplyImport', {
  params: importParams,
  body: object({ guests: importGuests.nullable().default(null) }).noUnknown(),
  response: importPlan,
});

/**
 * POST /imports/:importId/undo — takes back what it has done, in the background: what was added goes, what was changed is as it was, where nobody has
 * changed it since. 409 `conflict` where one of its guests has come in, or it was not applied. Takes the rights to delete contacts and guests, and
 * to change contacts, as far as it did such.
 */
export const UndoImport = endpoint('UndoImport', { params: importParams, response: importPlan });

/** What an editor wants of the work in the background. */
export const importWishes = ['pause', 'resume', 'cancel'] as const;

/** POST /imports/:importId/steer — 409 `conflict` where the job is in no state for it. One that was cancelled can be resumed. */
export const SteerImport = endpoint('SteerImport', {
  params: importParams,
  body: object({
    wish: mixed<(typeof importWishes)[number]>()
      .oneOf([...importWishes])
      .required(),
  }).noUnknown(),
  response: importPlan,
});

/** GET /import-report?importId= — a line a row: what stood there, what came of it, and what was wrong. */
export const ExportImportReport = file(
  'ExportImportReport',
  object({ importId: documentId.required(), locale: locale.default(defaultLocale) }).noUnknown(),
  ['text/csv']
);
