import { Box, Typography } from '@strapi/design-system';
import { accessActions, accessType as accessTypeSchema, type AccessType, type Labels } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { check, type Checked } from '../../../kernel/form/issues';
import {
  finished,
  keyFrom,
  newAccessType,
  pathsTo,
  proposedLabels,
  ruleOfKind,
  targetOf,
  withAction,
  writes,
} from './model';
import { useSite } from '../site';
import { useEntryForm } from '../useEntryForm';
import { useRuleWords } from '../words';
import { ContentTypeField } from './ContentTypeField';
import { FormModal } from '../../../kernel/ui/FormModal';
import { FieldsField } from './FieldsField';
import { LabelsFields } from './LabelsFields';
import type { KeptEditorProps } from './ResourceTypeEditor';
import { FieldGroup } from '../../../kernel/ui/choices';
import { RuleField } from './RuleField';
import { CheckboxField, TextField } from '../../../kernel/ui/fields';

interface Props extends KeptEditorProps<AccessType> {
  /** The keys of the other access types. */
  takenKeys: readonly string[];
}

const checkWith = (takenKeys: readonly string[], draft: AccessType): Checked<AccessType> => {
  const checked = check(accessTypeSchema, finished(draft));
  if (!takenKeys.includes(draft.key)) return checked;
  const clash = { path: 'key', reason: 'distinct', params: {}, message: '' };
  return { kind: 'refused', issues: [clash, ...(checked.kind === 'refused' ? checked.issues : [])] };
};

/** Edits one access type, and says in a sentence what its guests will see. */
export const AccessTypeEditor = ({ entry, isSaved, issues, takenKeys, onFinish, onClose }: Props) => {
  const translate = useTranslate();
  const words = useRuleWords();
  const { contentTypes, resourceTypes, mayEdit } = useSite();
  const form = useEntryForm({
    entry,
    empty: newAccessType,
    issues,
    check: (draft) => checkWith(takenKeys, draft),
    onFinish,
    onClose,
  });
  const { values: draft, change, errorAt } = form;
  const contentType = contentTypes.find(({ uid }) => uid === draft.contentType);
  const fields = contentType?.fields ?? [];
  const { readFields } = draft;

  const isRuleWhole =
    contentType !== undefined &&
    (draft.rule.kind === 'all' || pathsTo(contentType, targetOf(draft.rule)).includes(draft.rule.path ?? ''));

  // The key follows the name until somebody types a key of their own, and never once grants may refer to it.
  const followsName = !isSaved && draft.key === keyFrom(draft.labels.fr, takenKeys);
  const keyOfLabels = (labels: Labels) => (followsName ? keyFrom(labels.fr, takenKeys) : draft.key);
  const rename = (labels: Labels) => change({ labels, key: keyOfLabels(labels) });
  const choose = (uid: string) => {
    const chosen = contentTypes.find((one) => one.uid === uid);
    const labels = proposedLabels(draft.labels, contentType, chosen);
    change({
      contentType: uid,
      labels,
      key: keyOfLabels(labels),
      readFields: null,
      writeFields: null,
      drafts: draft.drafts && chosen?.draftAndPublish === true,
      rule: ruleOfKind(draft.rule.kind, chosen, resourceTypes),
    });
  };
  return (
    <FormModal
      title={translate(entry === null ? 'settings.access-types.add' : 'settings.access-types.edit')}
      form={form}
      isEditable={mayEdit}
      submitLabel={translate('settings.finish')}
      onClose={onClose}
    >
      <ContentTypeField value={draft.contentType} onChange={choose} error={errorAt('contentType')} />
      <LabelsFields labels={draft.labels} onChange={rename} errorAt={errorAt} />
      <TextField
        {...form.field('key')}
        label={translate('settings.key')}
        hint={translate(isSaved ? 'settings.key.fixed' : 'settings.key.hint')}
        required
        disabled={isSaved}
      />
      <RuleField rule={draft.rule} contentType={contentType} errorAt={errorAt} onChange={(rule) => change({ rule })} />
      {isRuleWhole && (
        <Box background="primary100" hasRadius padding={4} role="status">
          <Typography textColor="primary700">{words.sentence(draft)}</Typography>
        </Box>
      )}
      {contentType?.draftAndPublish === true && (
        <CheckboxField
          label={translate('settings.drafts')}
          checked={draft.drafts}
          onChange={(drafts) => change({ drafts })}
        />
      )}
      <FieldGroup
        legend={translate('settings.actions')}
        hint={translate('settings.actions.hint')}
        error={errorAt('actions')}
      >
        {accessActions.map((action) => (
          <CheckboxField
            key={action}
            label={translate(`settings.action.${action}`)}
            checked={draft.actions.includes(action)}
            onChange={(on) => change({ actions: withAction(draft.actions, action, on) })}
          />
        ))}
      </FieldGroup>
      <FieldsField {...form.field('readFields')} kind="read" fields={fields} />
      {writes(draft.actions) && (
        <FieldsField
          {...form.field('writeFields')}
          kind="write"
          fields={readFields === null ? fields : fields.filter(({ name }) => readFields.includes(name))}
        />
      )}
    </FormModal>
  );
};
