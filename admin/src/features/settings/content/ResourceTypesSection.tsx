import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { labelIn, type AccessType, type ResourceType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { useNames, useSite } from '../site';
import { useFaults, type Verdicts } from '../useFaults';
import { EntryList, useEntries } from '../EntryList';
import { ResourceTypeEditor } from './ResourceTypeEditor';
import { Section } from '../../../kernel/ui/Section';

interface Props {
  verdicts: Verdicts;
  resourceTypes: ResourceType[];
  accessTypes: readonly AccessType[];
  onChange: (resourceTypes: ResourceType[]) => void;
}

/** The content types whose rows are granted one by one. */
export const ResourceTypesSection = ({ resourceTypes, accessTypes, verdicts, onChange }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const names = useNames();
  const { mayEdit } = useSite();
  const entries = useEntries(resourceTypes, onChange);
  const { notesOf, issuesOf } = useFaults('resourceTypes', verdicts);
  const isSaved = (entry: ResourceType) =>
    verdicts.saved.resourceTypes.some((one) => one.contentType === entry.contentType);
  const removal = (entry: ResourceType) => {
    const users = accessTypes.filter(({ rule }) => rule.resourceType === entry.contentType);
    if (users.length === 0) return translate('settings.resource-types.remove');
    return translate('settings.resource-types.remove.used', {
      names: users.map((one) => labelIn(one.labels, language)).join(', '),
    });
  };
  return (
    <Section
      title={translate('settings.resource-types')}
      hint={translate('settings.resource-types.hint')}
      action={
        mayEdit && (
          <Button variant="secondary" startIcon={<Plus aria-hidden />} onClick={entries.add}>
            {translate('settings.resource-types.add')}
          </Button>
        )
      }
    >
      <EntryList
        label={translate('settings.resource-types')}
        empty={translate('settings.resource-types.empty')}
        rows={resourceTypes}
        entries={entries}
        keyOf={(row) => row.contentType}
        nameOf={(row) => labelIn(row.labels, language)}
        notesOf={notesOf}
        removal={removal}
        columns={[
          {
            name: 'label',
            header: translate('settings.column.label'),
            cell: (row) => <Typography fontWeight="bold">{labelIn(row.labels, language)}</Typography>,
          },
          {
            name: 'contentType',
            header: translate('settings.column.content-type'),
            cell: (row) => <Typography>{names.contentType(row.contentType)}</Typography>,
          },
          {
            name: 'labelField',
            header: translate('settings.column.label-field'),
            cell: (row) => <Typography>{row.labelField}</Typography>,
          },
          {
            name: 'readFields',
            header: translate('settings.column.read-fields'),
            cell: (row) => <Typography>{row.readFields?.join(', ') ?? translate('settings.fields.every')}</Typography>,
          },
        ]}
        editor={(editor) => (
          <ResourceTypeEditor
            {...editor}
            isSaved={editor.entry !== null && isSaved(editor.entry)}
            issues={issuesOf(editor.entry, entries.editedIndex)}
          />
        )}
      />
    </Section>
  );
};
