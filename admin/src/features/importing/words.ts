import * as React from 'react';
import type { HeldPerson, ImportField } from '../../../../contract/importing';
import { useTranslate, type Translate } from '../../kernel/translate';

/** What a column or a field is called: as in the form of a contact. */
export const useFieldName = (): ((field: ImportField) => string) => {
  const translate = useTranslate();
  return React.useCallback(
    (field) =>
      field === 'fullName' || field === 'phoneKind'
        ? translate(`imports.field.${field}`)
        : translate(`contacts.${field}`),
    [translate]
  );
};

/** «NOA Arthur», or by what else they are known; null where nothing of them is. */
export const personName = (person: HeldPerson | null): string | null => {
  const name = [person?.lastName, person?.firstName].filter(Boolean).join(' ');
  return name === '' ? (person?.email ?? person?.company ?? null) : name;
};

/** A row by the person in it, or by its line. */
export const rowName = (translate: Translate, row: { line: number; person: HeldPerson | null }): string =>
  personName(row.person) ?? translate('imports.line', { line: row.line });
