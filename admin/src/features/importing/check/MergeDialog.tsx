import type { ImportedField } from '../../../../../contract/importing';
import type { Checked } from '../../../kernel/form/issues';
import { useForm } from '../../../kernel/form/useForm';
import { useTranslate } from '../../../kernel/translate';
import { FieldGroup } from '../../../kernel/ui/choices';
import { CheckboxField } from '../../../kernel/ui/fields';
import { FormModal } from '../../../kernel/ui/FormModal';
import { gridFields } from '../source/grid';
import { useFieldName } from '../words';
import type { Choice } from './choices';

interface MergeDialogProps {
  /** How many rows. */
  count: number;
  onChoose: (choice: Choice) => Promise<void>;
  onClose: () => void;
}

interface Values {
  taken: readonly ImportedField[];
}

const accept = ({ taken }: Values): Checked<ImportedField[]> => ({ kind: 'accepted', value: [...taken] });

/** Joins several rows with whom they were matched with; which fields the file's values replace is said once for all of them. */
export const MergeDialog = ({ count, onChoose, onClose }: MergeDialogProps) => {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const form = useForm<Values, ImportedField[]>({
    initial: { taken: [] },
    check: accept,
    send: async (taken) => {
      await onChoose({ decision: 'merge', taken });
      onClose();
    },
    wordsOf: () => '',
  });
  const { taken } = form.values;
  return (
    <FormModal
      title={translate('imports.merge.title', { count })}
      form={form}
      submitLabel={translate('comparison.merge')}
      onClose={onClose}
    >
      <FieldGroup legend={translate('imports.merge.taken')} hint={translate('imports.merge.hint')}>
        {gridFields.map((field) => (
          <CheckboxField
            key={field}
            label={fieldName(field)}
            checked={taken.includes(field)}
            onChange={(isTaken) =>
              form.change({ taken: isTaken ? [...taken, field] : taken.filter((one) => one !== field) })
            }
          />
        ))}
      </FieldGroup>
    </FormModal>
  );
};
