import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { HeldPerson, ImportedField, ImportRow } from '../../../../../contract/importing';
import type { Checked } from '../../../kernel/form/issues';
import { useForm } from '../../../kernel/form/useForm';
import { useTranslate } from '../../../kernel/translate';
import { RadioField } from '../../../kernel/ui/choices';
import { FormModal } from '../../../kernel/ui/FormModal';
import { ModalSection } from '../../../kernel/ui/Section';
import { personName, rowName, useFieldName } from '../words';
import type { Choice } from './choices';
import { compare, type ComparedField } from './comparison';
import { useValueName } from './useValueName';

interface CompareDialogProps {
  row: ImportRow & { person: HeldPerson };
  /** The other side. */
  other: HeldPerson;
  onChoose: (choice: Choice) => Promise<void>;
  onClose: () => void;
}

interface Values {
  taken: readonly ImportedField[];
}

/** Whether taken or not, all is well with it. */
const accept = ({ taken }: Values): Checked<ImportedField[]> => ({ kind: 'accepted', value: [...taken] });

/** The two sides of a row, and which value stays where they differ. Rendered only while open. */
export const CompareDialog = ({ row, other, onChoose, onClose }: CompareDialogProps) => {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const valueName = useValueName();
  const lineName = (line: number) => translate('imports.line', { line });
  // Two lines of one file are told apart by their numbers.
  const otherLine = row.match?.line ?? null;
  const sideNames =
    otherLine === null
      ? { file: translate('imports.compare.ofFile'), other: translate('imports.compare.ofContact') }
      : { file: lineName(row.line), other: lineName(otherLine) };
  const form = useForm<Values, ImportedField[]>({
    initial: { taken: row.taken },
    check: accept,
    send: async (taken) => {
      await onChoose({ decision: 'merge', taken });
      onClose();
    },
    wordsOf: () => '',
  });
  const fields = compare(row.person, other);
  const { taken } = form.values;
  const take = (field: ImportedField, isTaken: boolean) =>
    form.change({ taken: isTaken ? [...taken, field] : taken.filter((one) => one !== field) });

  const conflictOf = ({ field, ofFile, ofContact }: ComparedField) => (
    <Flex key={field} direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" fontWeight="bold">
        {fieldName(field)}
      </Typography>
      <RadioField
        label={fieldName(field)}
        value={taken.includes(field) ? 'file' : 'contact'}
        options={[
          {
            value: 'contact',
            label: valueName(field, ofContact),
            explanation: sideNames.other,
          },
          { value: 'file', label: valueName(field, ofFile), explanation: sideNames.file },
        ]}
        onChange={(side) => take(field, side === 'file')}
      />
    </Flex>
  );
  const plainOf = ({ field, ofFile, ofContact }: ComparedField) => (
    <Typography key={field} tag="li" style={{ overflowWrap: 'anywhere' }}>
      {translate('imports.compare.field', { field: fieldName(field), value: valueName(field, ofContact ?? ofFile) })}
    </Typography>
  );
  const partOf = (kind: ComparedField['kind'], draw: (field: ComparedField) => React.ReactNode) => {
    const ofKind = fields.filter((field) => field.kind === kind);
    return (
      ofKind.length > 0 && (
        <ModalSection title={translate(`imports.compare.${kind}`)} hint={translate(`imports.compare.${kind}.hint`)}>
          <Flex tag={kind === 'conflict' ? 'div' : 'ul'} direction="column" alignItems="stretch" gap={3}>
            {ofKind.map(draw)}
          </Flex>
        </ModalSection>
      )
    );
  };

  return (
    <FormModal
      title={translate('imports.compare.title', {
        name: rowName(translate, row),
        other: personName(other) ?? sideNames.other,
      })}
      form={form}
      submitLabel={translate('imports.compare.merge')}
      onClose={onClose}
    >
      {partOf('conflict', conflictOf)}
      {partOf('filled', plainOf)}
      {partOf('kept', plainOf)}
    </FormModal>
  );
};
