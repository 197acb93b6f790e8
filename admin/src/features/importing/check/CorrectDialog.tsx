import { Grid } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ImportRow } from '../../../../../contract/importing';
import { locales } from '../../../../../contract/locales';
import { callApi } from '../../../kernel/api';
import type { Issue } from '../../../kernel/form/issues';
import { personFault } from '../../../kernel/form/person';
import { useForm } from '../../../kernel/form/useForm';
import { oneOf } from '../../../kernel/list/address';
import { useTranslate, type Translate } from '../../../kernel/translate';
import { Cell, SelectField, TextField } from '../../../kernel/ui/fields';
import { FormModal } from '../../../kernel/ui/FormModal';
import { importProblems } from '../../../../../contract/importing';
import { RowProblems } from '../RowProblems';
import { rowName } from '../words';
import { checkCorrection, correctionFields, correctionOf, knownIssues } from './correction';

const texts = ['lastName', 'firstName', 'email', 'company', 'phone', 'directLine', 'mobile'] as const;

const wordsOf = (translate: Translate, issue: Issue): string => {
  const problem = oneOf(importProblems, issue.reason);
  if (problem === undefined) return translate(issue.text ?? personFault(issue));
  return translate(`imports.fault.${problem}`, { value: String(issue.params['value'] ?? '') });
};

interface CorrectDialogProps {
  importId: string;
  row: ImportRow;
  onClose: () => void;
}

/** A row with what is wrong with it, to be corrected. Rendered only while open. */
export const CorrectDialog = ({ importId, row, onClose }: CorrectDialogProps) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const form = useForm({
    initial: correctionOf(row),
    known: knownIssues(row),
    check: checkCorrection,
    send: async (body) => {
      const params = { importId, rowId: row.rowId };
      const { problems } = await callApi('CorrectImportRow', { params, body });
      if (problems.length > 0) toggleNotification({ type: 'warning', message: translate('imports.correct.still') });
      onClose();
    },
    fields: correctionFields,
    wordsOf,
  });
  const elsewhere = row.problems.filter(({ code, field }) => field === null && code !== 'no-name');
  return (
    <FormModal
      title={translate('imports.correct.title', { name: rowName(translate, row) })}
      form={form}
      onClose={onClose}
    >
      {elsewhere.length > 0 && <RowProblems problems={elsewhere} />}
      <Grid.Root gap={4}>
        {texts.map((field) => (
          <Cell key={field}>
            <TextField {...form.field(field)} label={translate(`contacts.${field}`)} required={field === 'lastName'} />
          </Cell>
        ))}
        <Cell>
          <SelectField
            {...form.field('locale')}
            label={translate('contacts.locale')}
            placeholder={translate('contacts.localeNone')}
            options={locales.map((locale) => ({ value: locale, label: translate(`language.${locale}`) }))}
            onClear={() => form.change({ locale: null })}
          />
        </Cell>
      </Grid.Root>
    </FormModal>
  );
};
