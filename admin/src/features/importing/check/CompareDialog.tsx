import type { HeldPerson, ImportedField, ImportRow } from '../../../../../contract/importing';
import { Comparison } from '../../../kernel/comparison';
import type { Checked } from '../../../kernel/form/issues';
import { useForm } from '../../../kernel/form/useForm';
import { useTranslate } from '../../../kernel/translate';
import { FormModal } from '../../../kernel/ui/FormModal';
import { personName, rowName } from '../words';
import type { Choice } from './choices';

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
  const lineName = (line: number) => translate('imports.line', { line });
  // Two lines of one file are told apart by their numbers.
  const otherLine = row.match?.line ?? null;
  const sideNames =
    otherLine === null
      ? { file: translate('imports.compare.ofFile'), other: translate('comparison.held') }
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
  return (
    <FormModal
      title={translate('comparison.title', {
        name: rowName(translate, row),
        other: personName(other) ?? sideNames.other,
      })}
      form={form}
      submitLabel={translate('comparison.merge')}
      onClose={onClose}
    >
      <Comparison
        offered={{ person: row.person, name: sideNames.file }}
        held={{ person: other, name: sideNames.other }}
        taken={form.values.taken}
        onTake={(taken) => form.change({ taken })}
      />
    </FormModal>
  );
};
