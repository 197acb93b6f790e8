import * as React from 'react';
import {
  joiningProblems,
  mailTextProblems,
  ruleProblems,
  settingsRefusals,
  type AccessType,
} from '../../../../contract';
import { useTranslate, type TextKey, type Translate } from '../../kernel/translate';
import { issueAt, type Issue } from '../../kernel/form/issues';
import { useNames } from './site';
import { valueAt, type EntryWarning } from './warnings';

/** `milestone.project` as a person reads it. */
export const pathInWords = (path: string): string => path.split('.').join(' → ');

/** The rule of an access type in a few words for the table, and in a sentence for its editor. */
export const useRuleWords = () => {
  const translate = useTranslate();
  const names = useNames();
  return React.useMemo(() => {
    const valuesOf = ({ contentType, rule }: AccessType) => ({
      type: names.contentType(contentType),
      path: pathInWords(rule.path ?? ''),
      resource: names.resourceType(rule.resourceType ?? ''),
    });
    const ruleKey = ({ rule, drafts }: AccessType) => (rule.kind === 'all' && drafts ? 'all-with-drafts' : rule.kind);
    return {
      brief: (entry: AccessType) => translate(`settings.rule.brief.${ruleKey(entry)}`, valuesOf(entry)),
      sentence: (entry: AccessType) => translate(`settings.rule.sentence.${ruleKey(entry)}`, valuesOf(entry)),
    };
  }, [translate, names]);
};

/** Why an entry is closed. */
export const warningText = (
  translate: Translate,
  warning: EntryWarning,
  entry: Parameters<typeof valueAt>[0]
): string => {
  const value = valueAt(entry, warning.place);
  return translate(`settings.problem.${warning.problem}`, {
    value: warning.place === 'rule.path' ? pathInWords(value) : value,
  });
};

/** How a value has to look, by its place. */
const formOf: Readonly<Record<string, TextKey>> = {
  key: 'settings.issue.key',
  'brand.colour': 'settings.colour.form',
  'brand.logoUrl': 'settings.logo.form',
  'google.clientId': 'settings.google.clientId.form',
};

/** What the server may say of a value, by its code. */
const problems = [
  ...ruleProblems,
  ...joiningProblems,
  ...mailTextProblems,
  ...settingsRefusals,
  'unknown-time-zone',
] as const;

/** What is wrong with a value, to stand below its field. */
export const issueText = (translate: Translate, issue: Issue): string => {
  switch (issue.reason) {
    case 'required':
      return translate('settings.issue.required');
    case 'max':
      return translate('settings.issue.max', { max: Number(issue.params.max) });
    case 'distinct':
      return translate('settings.issue.distinct');
    case 'server': {
      const problem = problems.find((one) => one === issue.message);
      return problem === undefined
        ? translate('settings.issue.server', { message: issue.message })
        : translate(`settings.issue.${problem}`, { value: String(issue.params.value ?? '') });
    }
    default:
      return translate(formOf[issue.path] ?? 'settings.issue.invalid');
  }
};

const fieldNames: [prefix: string, key: TextKey][] = [
  ['key', 'settings.key'],
  ['labels.fr', 'settings.labels.fr'],
  ['labels.en', 'settings.labels.en'],
  ['labels.cs', 'settings.labels.cs'],
  ['contentType', 'settings.content-type'],
  ['labelField', 'settings.label-field'],
  ['actions', 'settings.actions'],
  ['readFields', 'settings.read-fields'],
  ['writeFields', 'settings.write-fields'],
  ['rule.resourceType', 'settings.rule.resource-type'],
  ['rule.path', 'settings.rule.path'],
  ['rule', 'settings.rule'],
  ['drafts', 'settings.drafts'],
  ['signInMethods.key', 'settings.signInMethods.key'],
  ['signInMethods.password', 'settings.signInMethods.password'],
  ['joining.mode', 'settings.joining'],
  ['joining.addAs', 'settings.joining.add-as'],
  ['joining.approval', 'settings.joining.approval'],
  ['joining.domains', 'settings.domains'],
  ['joining.notify', 'settings.notify'],
  ['joining', 'settings.everybody'],
  ['resourceTypes', 'settings.resource-types'],
  ['accessTypes', 'settings.access-types'],
  ['domain', 'settings.column.domain'],
  ['resources', 'settings.column.grants'],
  ['timeZone', 'guests.timeZone'],
  ['google.clientId', 'settings.google.clientId'],
  ['contacts', 'settings.switches.contacts'],
  ['guests', 'settings.switches.guests'],
];

/** What is wrong, with the name of its field before it: for where the field itself is not in sight. */
export const issueAtField = (translate: Translate, issue: Issue): string => {
  const problem = issueText(translate, issue);
  const key = fieldNames.find(([prefix]) => issue.path.startsWith(prefix))?.[1];
  return key === undefined ? problem : translate('settings.issue.at', { place: translate(key), problem });
};

/** Whether somebody may not do this, whatever they type: it is told above the fields, as not every one has room for it. */
export const isRefusal = ({ message }: Issue): boolean => settingsRefusals.some((one) => one === message);

/** What is wrong at a place, in words, or nothing. */
export const useIssueTexts = (issues: readonly Issue[]): ((place: string) => string | undefined) => {
  const translate = useTranslate();
  return (place) => {
    const issue = issueAt(issues, place);
    return issue && issueText(translate, issue);
  };
};
