import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { joiningDomainsMax, type JoiningDomain } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { issuesBelow } from '../../../kernel/form/issues';
import { AddField } from './AddField';
import { EntryList, useEntries } from '../EntryList';
import { ErrorText } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { useSite } from '../site';
import { issueAtField } from '../words';
import { DomainEditor } from './DomainEditor';
import { domainsIn, newDomain } from './domains';
import type { JoiningSectionProps } from '../tabProps';
import { useDomainVerdicts } from './useDomainVerdicts';
import { useGrantWords } from './useGrantWords';

/** The domains whose people may join, each with what its people get beside the others. */
export const DomainsSection = ({ joining, accessTypes, choices, verdicts, errorAt, onChange }: JoiningSectionProps) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const grantWords = useGrantWords(accessTypes);
  const { domains } = joining;
  const entries = useEntries<JoiningDomain>(domains, (changed) => onChange({ domains: changed }));
  const refused = (index: number) => issuesBelow(verdicts.issues, `joining.domains[${index}]`);
  const [typed, setTyped] = React.useState('');
  const typedDomains = domainsIn(typed, []).domains;
  const verdictOf = useDomainVerdicts([...domains.map(({ domain }) => domain), ...typedDomains]);
  const typedVerdicts = typedDomains.map(verdictOf);
  /** What is wrong with a row, by the last try to save it or by what the server says of its domain as it stands. */
  const problemsOf = (domain: string, index: number): string[] => {
    const said = refused(index).map((issue) => issueAtField(translate, issue));
    const { problem } = verdictOf(domain);
    return said.length > 0 || problem === undefined ? said : [problem];
  };
  const listError = verdicts.issues.find(({ path }) => path === 'joining.domains');

  const add = (text: string) => {
    const found = domainsIn(
      text,
      domains.map(({ domain }) => domain)
    );
    const room = joiningDomainsMax - domains.length;
    const added = found.domains.slice(0, room);
    if (added.length > 0) onChange({ domains: [...domains, ...added.map(newDomain)] });
    const left = [...found.refused, ...found.domains.slice(room)];
    if (found.domains.length > room) {
      return { left: left.join(' '), error: translate('settings.issue.max', { max: joiningDomainsMax }) };
    }
    if (left.length > 0) return { left: left.join(' '), error: translate('settings.domains.refused') };
    if (found.known.length > 0) {
      return { left: '', error: translate('settings.domains.known', { domains: found.known.join(', ') }) };
    }
    return { left: '' };
  };
  return (
    <Section title={translate('settings.domains')} hint={translate('settings.domains.hint')}>
      {mayEdit && (
        <AddField
          name="joining.domain"
          label={translate('settings.domains.add')}
          hint={translate('settings.domains.add.hint')}
          onAdd={add}
          onType={setTyped}
          problem={typedVerdicts.find(({ problem }) => problem)?.problem}
          caution={typedVerdicts.find(({ caution }) => caution)?.caution}
        />
      )}
      {listError !== undefined && <ErrorText>{errorAt('domains')}</ErrorText>}
      <EntryList
        label={translate('settings.domains')}
        empty={translate('settings.domains.empty')}
        rows={domains}
        entries={entries}
        keyOf={(row) => row.domain}
        nameOf={(row) => row.domain}
        notesOf={(row, index) => [
          ...problemsOf(row.domain, index).map((text) => ({ tone: 'danger' as const, text })),
          ...[verdictOf(row.domain).caution].flatMap((text) => (text ? [{ tone: 'warning' as const, text }] : [])),
        ]}
        removal={() => translate('settings.domains.remove')}
        columns={[
          {
            name: 'domain',
            header: translate('settings.column.domain'),
            cell: (row) => <Typography fontWeight="bold">{row.domain}</Typography>,
          },
          {
            name: 'grants',
            header: translate('settings.column.grants'),
            cell: (row) => <Typography>{grantWords(row)}</Typography>,
          },
        ]}
        editor={(editor) => (
          <DomainEditor
            {...editor}
            choices={choices}
            taken={domains.filter((_, index) => index !== entries.editedIndex).map(({ domain }) => domain)}
            issues={entries.editedIndex === null ? [] : refused(entries.editedIndex)}
          />
        )}
      />
    </Section>
  );
};
