import { Typography } from '@strapi/design-system';
import { joiningDomainsMax, type JoiningDomain } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { issuesBelow } from '../issues';
import { AddField } from '../parts/AddField';
import { EntryList } from '../parts/EntryList';
import { Section } from '../parts/Section';
import { useEntries } from '../parts/useEntries';
import { useSite } from '../site';
import { issueAtField } from '../words';
import { cautionsAt } from './cautions';
import { DomainEditor } from './DomainEditor';
import { domainsIn, newDomain } from './domains';
import type { JoiningPart } from './joiningPart';
import { useGrantWords } from './useGrantWords';

/** The domains whose people may join, each with what its people get beside the others. */
export const DomainsSection = ({ joining, accessTypes, choices, verdicts, errorAt, onChange }: JoiningPart) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const grantWords = useGrantWords(accessTypes);
  const { domains } = joining;
  const entries = useEntries<JoiningDomain>(domains, (changed) => onChange({ domains: changed }));
  const refused = (index: number) => issuesBelow(verdicts.issues, `joining.domains[${index}]`);
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
        />
      )}
      {listError !== undefined && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {errorAt('domains')}
        </Typography>
      )}
      <EntryList
        label={translate('settings.domains')}
        empty={translate('settings.domains.empty')}
        rows={domains}
        entries={entries}
        keyOf={(row) => row.domain}
        nameOf={(row) => row.domain}
        notesOf={(row, index) => [
          ...refused(index).map((issue) => ({ tone: 'danger' as const, text: issueAtField(translate, issue) })),
          ...cautionsAt(verdicts, `joining.domains[${index}].domain`, row.domain).map((caution) => ({
            tone: 'warning' as const,
            text: translate(`settings.caution.${caution}`),
          })),
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
