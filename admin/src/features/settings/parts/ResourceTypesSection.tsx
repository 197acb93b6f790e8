import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  labelIn,
  type AccessType,
  type ResourceType,
  type Settings,
  type SettingsWarning,
} from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { issuesBelow, type Issue } from '../issues';
import { useNames, useSite } from '../site';
import { asIssues, warningsOf } from '../warnings';
import { EntryNotes } from './EntryNotes';
import { EntryTable } from './EntryTable';
import { Question } from './Question';
import { ResourceTypeEditor } from './ResourceTypeEditor';
import { RowButtons } from './RowButtons';
import { Section } from './Section';
import { useEntries } from './useEntries';

export interface SectionProps {
  saved: Settings;
  warnings: readonly SettingsWarning[];
  issues: readonly Issue[];
}

interface Props extends SectionProps {
  resourceTypes: ResourceType[];
  accessTypes: readonly AccessType[];
  onChange: (resourceTypes: ResourceType[]) => void;
}

/** The content types whose rows are granted one by one. */
export const ResourceTypesSection = ({ resourceTypes, accessTypes, saved, warnings, issues, onChange }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const names = useNames();
  const { mayEdit } = useSite();
  const entries = useEntries(resourceTypes, onChange);
  const isSaved = (entry: ResourceType) => saved.resourceTypes.some((one) => one.contentType === entry.contentType);
  const removalText = (entry: ResourceType) => {
    const users = accessTypes.filter(({ rule }) => rule.resourceType === entry.contentType);
    if (users.length === 0) return translate('settings.resource-types.remove');
    return translate('settings.resource-types.remove.used', {
      names: users.map((one) => labelIn(one.labels, language)).join(', '),
    });
  };
  const faultsOf = (entry: ResourceType, index: number) => ({
    closed: warningsOf('resourceTypes', entry, saved, warnings),
    refused: issuesBelow(issues, `resourceTypes[${index}]`),
  });
  const issuesOfEdited = () => {
    if (!entries.edited || entries.editedIndex === null) return [];
    const { closed, refused } = faultsOf(entries.edited, entries.editedIndex);
    return [...asIssues(closed), ...refused];
  };
  return (
    <Section
      title={translate('settings.resource-types')}
      hint={translate('settings.resource-types.hint')}
      action={
        mayEdit && (
          <Button variant="secondary" startIcon={<Plus />} onClick={entries.add}>
            {translate('settings.resource-types.add')}
          </Button>
        )
      }
    >
      {resourceTypes.length === 0 ? (
        <Typography textColor="neutral600">{translate('settings.resource-types.empty')}</Typography>
      ) : (
        <EntryTable
          label={translate('settings.resource-types')}
          rows={resourceTypes}
          keyOf={(row) => row.contentType}
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
              cell: (row) => (
                <Typography>{row.readFields?.join(', ') ?? translate('settings.fields.every')}</Typography>
              ),
            },
          ]}
          operationsHeader={translate('settings.column.operations')}
          operations={(row, index) => (
            <RowButtons
              name={labelIn(row.labels, language)}
              onEdit={() => entries.edit(index)}
              onRemove={() => entries.ask(index)}
            />
          )}
          note={(row, index) => {
            const { closed, refused } = faultsOf(row, index);
            if (closed.length + refused.length === 0) return null;
            return <EntryNotes entry={row} warnings={closed} issues={refused} />;
          }}
        />
      )}
      {entries.edited !== undefined && (
        <ResourceTypeEditor
          entry={entries.edited}
          isSaved={entries.edited !== null && isSaved(entries.edited)}
          issues={issuesOfEdited()}
          onFinish={entries.finish}
          onClose={entries.close}
        />
      )}
      {entries.removed !== undefined && (
        <Question
          title={translate('settings.remove.title', { name: labelIn(entries.removed.labels, language) })}
          confirmLabel={translate('settings.remove.confirm')}
          onConfirm={entries.remove}
          onClose={entries.keep}
        >
          {removalText(entries.removed)}
        </Question>
      )}
    </Section>
  );
};
