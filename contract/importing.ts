import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { endpoint } from './endpoint';
import { locale } from './locales';

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
/** A row of a file as a person, with what is wrong with it. */
export const importedRow = object({
  /** Of the file, on which it begins. */
  line: number().required(),
  /** Null where the row cannot be read. */
  person: object({
    lastName: text,
    firstName: text,
    email: text,
    phone: text,
    directLine: text,
    mobile: text,
    company: text,
    locale: locale.nullable().defined(),
  })
    .nullable()
    .defined(),
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
      .matches(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
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
