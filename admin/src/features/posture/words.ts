import { accessActions } from '../../../../contract/settings';
import type { Finding, FindingId } from '../../../../contract/posture';
import { oneOf } from '../../kernel/list/address';
import type { TextKey, Translate } from '../../kernel/translate';

/** What is said of a finding, by its number. */
export const titleOf = (translate: Translate, { id, count }: Pick<Finding, 'id' | 'count'>): string =>
  translate(`posture.finding.${id}`, { count });

const facts = [
  'drafts',
  'writes',
  'files',
  'endless',
  'right.roles',
  'right.users',
  'right.tokens',
  'right.transfer',
  'right.webhooks',
  'right.site-roles',
  'right.access.manage',
  'right.access.preview',
  'right.keys.issue',
] as const;

/** What an example can do or is about; a name of the site’s own is shown as it is. */
export const factOf = (translate: Translate, fact: string): string => {
  const action = oneOf(accessActions, fact);
  if (action !== undefined) return translate(`settings.action.brief.${action}`);
  const known = oneOf(facts, fact);
  return known === undefined ? fact : translate(`posture.fact.${known}`);
};

/** The repairs that are done by a click, with the words of their button and of the question before it. */
const repairs = {
  'free-mail-domains': ['posture.repair.free-mail-domains', 'posture.question.free-mail-domains'],
  'endless-keys': ['posture.repair.endless-keys', 'posture.question.endless-keys'],
  'long-keys': ['posture.repair.long-keys', 'posture.question.long-keys'],
  'keys-of-closed': ['posture.repair.keys-of-closed', 'posture.question.keys-of-closed'],
  'dead-grants': ['posture.repair.dead-grants', 'posture.question.dead-grants'],
} as const satisfies Partial<Record<FindingId, readonly [TextKey, TextKey]>>;

export interface RepairWords {
  button: TextKey;
  question: TextKey;
}

/** Null for one that this panel has no words for: it is not offered. */
export const repairWordsOf = (id: FindingId): RepairWords | null => {
  const known = Object.entries(repairs).find(([one]) => one === id)?.[1];
  return known === undefined ? null : { button: known[0], question: known[1] };
};

const rights = ['settings.update', 'keys.revoke', 'access.manage'] as const;

/** The right that a repair takes, as the role editor calls it. */
export const rightOf = (translate: Translate, permission: string): string => {
  const known = oneOf(rights, permission);
  return known === undefined ? permission : translate(`posture.right.${known}`);
};

/** How many findings are left to review, and how many of them are grave. */
export const summaryOf = (translate: Translate, open: readonly Pick<Finding, 'severity'>[]): string => {
  const grave = open.filter(({ severity }) => severity === 'high').length;
  return grave === 0
    ? translate('posture.summary', { count: open.length })
    : translate('posture.summaryGrave', { count: open.length, grave });
};
