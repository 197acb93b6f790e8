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
