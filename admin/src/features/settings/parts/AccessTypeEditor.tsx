import * as React from 'react';
import { Box, Checkbox, Typography } from '@strapi/design-system';
import { accessType as accessTypeSchema, type AccessType, type Labels } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { check, type Checked } from '../issues';
import { finished, keyFrom, newAccessType, pathsTo, ruleOfKind, targetOf, writes } from '../model';
import { useSite } from '../site';
import { useDraft } from '../useDraft';
import { useRuleWords } from '../words';
import { ActionsField } from './ActionsField';
import { ContentTypeField } from './ContentTypeField';
import { EditorModal } from './EditorModal';
import { FieldsField } from './FieldsField';
import { LabelsFields } from './LabelsFields';
import type { KeptEditorProps } from './ResourceTypeEditor';
import { RuleField } from './RuleField';
import { TextField } from './TextField';

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
  const [initial] = React.useState(() => entry ?? newAccessType());
  const { draft, setDraft, isChanged, finish, errorAt } = useDraft({
    initial,
    isNew: entry === null,
    issues,
    check: (draft) => checkWith(takenKeys, draft),
    onFinish,
    onClose,
  });
  const contentType = contentTypes.find(({ uid }) => uid === draft.contentType);
  const fields = contentType?.fields ?? [];
  const { readFields } = draft;

  const isRuleWhole =
    contentType !== undefined &&
    (draft.rule.kind === 'all' || pathsTo(contentType, targetOf(draft.rule)).includes(draft.rule.path ?? ''));

  const rename = (labels: Labels) => {
    // The key follows the name until somebody types a key of his own, and never once grants may refer to it.
    const follows = !isSaved && draft.key === keyFrom(draft.labels.fr, takenKeys);
    setDraft({ ...draft, labels, key: follows ? keyFrom(labels.fr, takenKeys) : draft.key });
  };
  const choose = (uid: string) => {
    const chosen = contentTypes.find((one) => one.uid === uid);
    setDraft({
      ...draft,
      contentType: uid,
      readFields: null,
      writeFields: null,
      drafts: draft.drafts && chosen?.draftAndPublish === true,
      rule: ruleOfKind(draft.rule.kind, chosen, resourceTypes),
    });
  };
  return (
    <EditorModal
      title={translate(entry === null ? 'settings.access-types.add' : 'settings.access-types.edit')}
      isChanged={isChanged}
      onFinish={finish}
      onClose={onClose}
    >
      <LabelsFields labels={draft.labels} onChange={rename} errorAt={errorAt} />
      <TextField
        name="key"
        label={translate('settings.key')}
        hint={translate(isSaved ? 'settings.key.fixed' : 'settings.key.hint')}
        required
        value={draft.key}
        error={errorAt('key')}
        disabled={isSaved || !mayEdit}
        onChange={(key) => setDraft({ ...draft, key })}
      />
      <ContentTypeField value={draft.contentType} onChange={choose} error={errorAt('contentType')} />
      <RuleField
        rule={draft.rule}
        contentType={contentType}
        errorAt={errorAt}
        onChange={(rule) => setDraft({ ...draft, rule })}
      />
      {isRuleWhole && (
        <Box background="primary100" hasRadius padding={4} role="status">
          <Typography textColor="primary700">{words.sentence(draft)}</Typography>
        </Box>
      )}
      {contentType?.draftAndPublish === true && (
        <Checkbox
          checked={draft.drafts}
          disabled={!mayEdit}
          onCheckedChange={(checked) => setDraft({ ...draft, drafts: checked === true })}
        >
          {translate('settings.drafts')}
        </Checkbox>
      )}
      <ActionsField
        value={draft.actions}
        error={errorAt('actions')}
        onChange={(actions) => setDraft({ ...draft, actions })}
      />
      <FieldsField
        legend={translate('settings.read-fields')}
        allLabel={translate('settings.read-fields.all')}
        allExplanation={translate('settings.read-fields.all.hint')}
        fields={fields}
        value={readFields}
        error={errorAt('readFields')}
        onChange={(chosen) => setDraft({ ...draft, readFields: chosen })}
      />
      {writes(draft.actions) && (
        <FieldsField
          legend={translate('settings.write-fields')}
          allLabel={translate('settings.write-fields.all')}
          allExplanation={translate('settings.write-fields.all.hint')}
          fields={readFields === null ? fields : fields.filter(({ name }) => readFields.includes(name))}
          value={draft.writeFields}
          error={errorAt('writeFields')}
          onChange={(writeFields) => setDraft({ ...draft, writeFields })}
        />
      )}
    </EditorModal>
  );
};
