import type { BodyOf } from '../../../../../contract/endpoint';
import { CorrectImportRow, importedFields, type ImportRow } from '../../../../../contract/importing';
import type { Locale } from '../../../../../contract/locales';
import { check, type Checked, type Issue } from '../../../kernel/form/issues';
import { addressIssues, orNull } from '../../../kernel/form/person';
import type { ContactTextField } from '../../../../../contract/contacts';

/** A row as an editor corrects it: what stands in its fields. */
export type Correction = Record<ContactTextField | 'company', string> & { locale: Locale | null };

export const correctionFields = importedFields;

type Corrected = Pick<ImportRow, 'person' | 'problems'>;

/** The form of a row: what was read, or where that cannot be kept, what stood there. */
export const correctionOf = ({ person, problems }: Corrected): Correction => {
  const textOf = (field: ContactTextField | 'company') =>
    person?.[field] ?? problems.find((problem) => problem.field === field)?.value ?? '';
  return {
    lastName: textOf('lastName'),
    firstName: textOf('firstName'),
    email: textOf('email'),
    company: textOf('company'),
    phone: textOf('phone'),
    directLine: textOf('directLine'),
    mobile: textOf('mobile'),
    locale: person?.locale ?? null,
  };
};

/** What is known to be wrong before anything is changed, at its field. */
export const knownIssues = ({ problems }: Corrected): Issue[] =>
  problems.flatMap(({ code, field, value }) =>
    field === null && code !== 'no-name'
      ? []
      : [{ path: field ?? 'lastName', reason: code, params: { value }, message: '' }]
  );

/** Checks the form by the contract's schema. */
export const checkCorrection = (correction: Correction): Checked<BodyOf<typeof CorrectImportRow>> =>
  check(
    CorrectImportRow.body,
    {
      lastName: orNull(correction.lastName),
      firstName: orNull(correction.firstName),
      email: orNull(correction.email),
      company: orNull(correction.company),
      phone: orNull(correction.phone),
      directLine: orNull(correction.directLine),
      mobile: orNull(correction.mobile),
      locale: correction.locale,
    },
    addressIssues(correction.email)
  );
