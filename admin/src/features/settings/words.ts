import * as React from 'react';
import type { AccessType } from '../../../../contract';
import { useTranslate, type Translate } from '../../kernel/translate';
import { issueAt, type Issue } from './issues';
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

/** What is wrong with a value, to stand below its field. */
export const issueText = (translate: Translate, issue: Issue | undefined): string | undefined => {
  if (issue === undefined) return undefined;
  switch (issue.reason) {
    case 'required':
      return translate('settings.issue.required');
    case 'max':
      return translate('settings.issue.max', { max: Number(issue.params.max) });
    case 'distinct':
      return translate('settings.issue.distinct');
    case 'server':
      return translate('settings.issue.server', { message: issue.message });
    default:
      return translate(issue.path === 'key' ? 'settings.issue.key' : 'settings.issue.invalid');
  }
};

/** Texts for the fields of an editor: what is wrong at a place, or nothing. */
export const useIssueTexts = (issues: readonly Issue[]): ((place: string) => string | undefined) => {
  const translate = useTranslate();
  return (place) => issueText(translate, issueAt(issues, place));
};
