import * as React from 'react';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { labelIn, type AccessType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { issuesBelow } from '../issues';
import { copyOf, moved } from '../model';
import { useNames, useSite } from '../site';
import { asIssues, warningsOf } from '../warnings';
import { useRuleWords } from '../words';
import { AccessTypeEditor } from './AccessTypeEditor';
import { EntryNotes } from './EntryNotes';
import { EntryTable, type Column } from './EntryTable';
import { Question } from './Question';
import type { SectionProps } from './ResourceTypesSection';
import { RowButtons } from './RowButtons';
import { Section } from './Section';
import { useEntries } from './useEntries';

interface Props extends SectionProps {
  accessTypes: AccessType[];
  onChange: (accessTypes: AccessType[]) => void;
}

const useColumns = (): Column<AccessType>[] => {
  const translate = useTranslate();
  const language = useLanguage();
  const names = useNames();
  const words = useRuleWords();
  return [
    {
      name: 'label',
      header: translate('settings.column.label'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="bold">{labelIn(row.labels, language)}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {row.key}
          </Typography>
        </Flex>
      ),
    },
    {
      name: 'contentType',
      header: translate('settings.column.content-type'),
      cell: (row) => <Typography>{names.contentType(row.contentType)}</Typography>,
    },
    {
      name: 'rule',
      header: translate('settings.column.rule'),
      cell: (row) => <Typography>{words.brief(row)}</Typography>,
    },
    {
      name: 'actions',
      header: translate('settings.column.actions'),
      cell: (row) => (
        <Typography>{row.actions.map((action) => translate(`settings.action.brief.${action}`)).join(', ')}</Typography>
      ),
    },
  ];
};

/** The kinds of information that a guest may be given. */
export const AccessTypesSection = ({ accessTypes, saved, warnings, issues, onChange }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const columns = useColumns();
  const { mayEdit } = useSite();
  const entries = useEntries(accessTypes, onChange);
  const [announcement, announce] = React.useState('');
  const nameOf = (entry: AccessType) => labelIn(entry.labels, language);
  const isSaved = (entry: AccessType) => saved.accessTypes.some((one) => one.key === entry.key);
  const duplicate = (entry: AccessType, index: number) => {
    const keys = accessTypes.map((one) => one.key);
    onChange([...accessTypes.slice(0, index + 1), copyOf(entry, keys), ...accessTypes.slice(index + 1)]);
  };
  const move = (entry: AccessType, index: number, step: -1 | 1) => {
    onChange(moved(accessTypes, index, step));
    announce(
      translate('settings.entry.moved', { name: nameOf(entry), place: index + step + 1, count: accessTypes.length })
    );
  };
  const faultsOf = (entry: AccessType, index: number) => ({
    closed: warningsOf('accessTypes', entry, saved, warnings),
    refused: issuesBelow(issues, `accessTypes[${index}]`),
  });
  const issuesOfEdited = () => {
    if (!entries.edited || entries.editedIndex === null) return [];
    const { closed, refused } = faultsOf(entries.edited, entries.editedIndex);
    return [...asIssues(closed), ...refused];
  };
  return (
    <Section
      title={translate('settings.access-types')}
      hint={translate('settings.access-types.hint')}
      action={
        mayEdit && (
          <Button variant="secondary" startIcon={<Plus />} onClick={entries.add}>
            {translate('settings.access-types.add')}
          </Button>
        )
      }
    >
      {accessTypes.length === 0 ? (
        <Typography textColor="neutral600">{translate('settings.access-types.empty')}</Typography>
      ) : (
        <EntryTable
          label={translate('settings.access-types')}
          rows={accessTypes}
          keyOf={(row) => row.key}
          columns={columns}
          operationsHeader={translate('settings.column.operations')}
          operations={(row, index) => (
            <RowButtons
              name={nameOf(row)}
              onMoveUp={index === 0 ? null : () => move(row, index, -1)}
              onMoveDown={index === accessTypes.length - 1 ? null : () => move(row, index, 1)}
              onEdit={() => entries.edit(index)}
              onDuplicate={() => duplicate(row, index)}
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
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {entries.edited !== undefined && (
        <AccessTypeEditor
          entry={entries.edited}
          isSaved={entries.edited !== null && isSaved(entries.edited)}
          takenKeys={accessTypes.filter((_, index) => index !== entries.editedIndex).map((one) => one.key)}
          issues={issuesOfEdited()}
          onFinish={entries.finish}
          onClose={entries.close}
        />
      )}
      {entries.removed !== undefined && (
        <Question
          title={translate('settings.remove.title', { name: nameOf(entries.removed) })}
          confirmLabel={translate('settings.remove.confirm')}
          onConfirm={entries.remove}
          onClose={entries.keep}
        >
          {translate('settings.access-types.remove')}
        </Question>
      )}
    </Section>
  );
};
