import * as React from 'react';
import { resourceType as resourceTypeSchema, type ResourceType } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { check, type Issue } from '../issues';
import { namingFields, newResourceType } from '../model';
import { useSite } from '../site';
import { useDraft } from '../useDraft';
import { ContentTypeField } from './ContentTypeField';
import { EditorModal } from './EditorModal';
import type { EditorProps } from './EntryList';
import { FieldsField } from './FieldsField';
import { LabelsFields } from './LabelsFields';
import { SelectField } from './SelectField';

/** The window of an entry that grants hold on to. */
export interface KeptEditorProps<Entry> extends EditorProps<Entry> {
  /** Whether the entry is among the saved settings: what grants hold on to then stays as it is. */
  isSaved: boolean;
  issues: readonly Issue[];
}

/** Edits one resource type. */
export const ResourceTypeEditor = ({ entry, isSaved, issues, onFinish, onClose }: KeptEditorProps<ResourceType>) => {
  const translate = useTranslate();
  const { contentTypes, resourceTypes } = useSite();
  const [initial] = React.useState(() => entry ?? newResourceType());
  const { draft, setDraft, isChanged, finish, errorAt } = useDraft({
    initial,
    isNew: entry === null,
    issues,
    check: (draft) => check(resourceTypeSchema, draft),
    onFinish,
    onClose,
  });
  const contentType = contentTypes.find(({ uid }) => uid === draft.contentType);
  const choose = (uid: string) => {
    const chosen = contentTypes.find((one) => one.uid === uid);
    const name = chosen?.displayName ?? '';
    setDraft({
      ...draft,
      contentType: uid,
      labels: draft.labels.fr === '' ? { ...draft.labels, fr: name } : draft.labels,
      labelField: namingFields(chosen)[0] ?? '',
      readFields: null,
    });
  };
  return (
    <EditorModal
      title={translate(entry === null ? 'settings.resource-types.add' : 'settings.resource-types.edit')}
      isChanged={isChanged}
      onFinish={finish}
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
      <LabelsFields labels={draft.labels} onChange={(labels) => setDraft({ ...draft, labels })} errorAt={errorAt} />
      <SelectField
        name="labelField"
        label={translate('settings.label-field')}
        hint={translate('settings.label-field.hint')}
        placeholder={translate('settings.label-field.placeholder')}
        value={draft.labelField}
        options={namingFields(contentType).map((name) => ({ value: name, label: name }))}
        error={errorAt('labelField')}
        onChange={(labelField) => setDraft({ ...draft, labelField })}
      />
      <FieldsField
        legend={translate('settings.read-fields')}
        allLabel={translate('settings.read-fields.all')}
        allExplanation={translate('settings.read-fields.all.hint')}
        fields={contentType?.fields ?? []}
        value={draft.readFields}
        error={errorAt('readFields')}
        onChange={(readFields) => setDraft({ ...draft, readFields })}
      />
    </EditorModal>
  );
};
