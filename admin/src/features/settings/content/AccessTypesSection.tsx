import * as React from 'react';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';
import { labelIn, type AccessType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import type { BlockColumn } from '../../../kernel/ui/BlockTable';
import { copyOf, moved } from './model';
import { useNames, useSite } from '../site';
import { useFaults, type Verdicts } from '../useFaults';
import { useRuleWords } from '../words';
import { AccessTypeEditor } from './AccessTypeEditor';
import { EntryList, useEntries } from '../EntryList';
import { Section } from '../../../kernel/ui/Section';

interface Props {
  verdicts: Verdicts;
  accessTypes: AccessType[];
  onChange: (accessTypes: AccessType[]) => void;
}

const useColumns = (): BlockColumn<AccessType>[] => {
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
export const AccessTypesSection = ({ accessTypes, verdicts, onChange }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const columns = useColumns();
  const { mayEdit } = useSite();
  const named = useSearchParams()[0].get('accessType');
  const entries = useEntries(
    accessTypes,
    onChange,
    accessTypes.findIndex(({ key }) => key === named)
  );
  const [announcement, announce] = React.useState('');
  const nameOf = (entry: AccessType) => labelIn(entry.labels, language);
  const isSaved = (entry: AccessType) => verdicts.saved.accessTypes.some((one) => one.key === entry.key);
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
  const { notesOf, issuesOf } = useFaults('accessTypes', verdicts);
  return (
    <Section
      title={translate('settings.access-types')}
      hint={translate('settings.access-types.hint')}
      action={
        mayEdit && (
          <Button variant="secondary" startIcon={<Plus aria-hidden />} onClick={entries.add}>
            {translate('settings.access-types.add')}
          </Button>
        )
      }
    >
      <EntryList
        label={translate('settings.access-types')}
        empty={translate('settings.access-types.empty')}
        rows={accessTypes}
        entries={entries}
        keyOf={(row) => row.key}
        nameOf={nameOf}
        notesOf={notesOf}
        removal={() => translate('settings.access-types.remove')}
        columns={columns}
        moreActions={(row, index) => ({
          onMoveUp: index === 0 ? null : () => move(row, index, -1),
          onMoveDown: index === accessTypes.length - 1 ? null : () => move(row, index, 1),
          onDuplicate: () => duplicate(row, index),
        })}
        editor={(editor) => (
          <AccessTypeEditor
            {...editor}
            isSaved={editor.entry !== null && isSaved(editor.entry)}
            takenKeys={accessTypes.filter((_, index) => index !== entries.editedIndex).map((one) => one.key)}
            issues={issuesOf(editor.entry, entries.editedIndex)}
          />
        )}
      />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </Section>
  );
};
