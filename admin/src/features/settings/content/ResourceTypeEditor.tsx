import { resourceType as resourceTypeSchema, type ResourceType } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { check, type Issue } from '../../../kernel/form/issues';
import { namingFields, newResourceType, proposedLabels } from './model';
import { useSite } from '../site';
import { useEntryForm } from '../useEntryForm';
import { ContentTypeField } from './ContentTypeField';
import { FormModal } from '../../../kernel/ui/FormModal';
import type { EditorProps } from '../EntryList';
import { FieldsField } from './FieldsField';
import { LabelsFields } from './LabelsFields';
import { SelectField } from '../../../kernel/ui/fields';

/** The window of an entry that grants hold on to. */
export interface KeptEditorProps<Entry> extends EditorProps<Entry> {
  /** Whether the entry is among the saved settings: what grants hold on to then stays as it is. */
  isSaved: boolean;
  issues: readonly Issue[];
}

/** Edits one resource type. */
export const ResourceTypeEditor = ({ entry, isSaved, issues, onFinish, onClose }: KeptEditorProps<ResourceType>) => {
  const translate = useTranslate();
  const { contentTypes, resourceTypes, mayEdit } = useSite();
  const form = useEntryForm({
    entry,
    empty: newResourceType,
    issues,
    check: (draft) => check(resourceTypeSchema, draft),
    onFinish,
    onClose,
  });
  const { values: draft, change, errorAt } = form;
  const contentType = contentTypes.find(({ uid }) => uid === draft.contentType);
  const choose = (uid: string) => {
    const chosen = contentTypes.find((one) => one.uid === uid);
    change({
      contentType: uid,
      labels: proposedLabels(draft.labels, contentType, chosen),
      labelField: namingFields(chosen)[0] ?? '',
      readFields: null,
    });
  };
  return (
    <FormModal
      title={translate(entry === null ? 'settings.resource-types.add' : 'settings.resource-types.edit')}
      form={form}
      isEditable={mayEdit}
      submitLabel={translate('settings.finish')}
      onClose={onClose}
    >
      <ContentTypeField
        value={draft.contentType}
        onChange={choose}
        without={resourceTypes.map((one) => one.contentType)}
        hint={translate(
          isSaved ? 'settings.resource-types.content-type.fixed' : 'settings.resource-types.content-type.hint'
        )}
        error={errorAt('contentType')}
        disabled={isSaved}
      />
      <LabelsFields labels={draft.labels} onChange={(labels) => change({ labels })} errorAt={errorAt} />
      <SelectField
        {...form.field('labelField')}
        label={translate('settings.label-field')}
        hint={translate('settings.label-field.hint')}
        placeholder={translate('settings.label-field.placeholder')}
        required
        options={namingFields(contentType).map((name) => ({ value: name, label: name }))}
      />
      <FieldsField {...form.field('readFields')} kind="read" fields={contentType?.fields ?? []} />
    </FormModal>
  );
};
