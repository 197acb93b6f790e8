import type { ResponseOf } from '../../../../contract/endpoint';
import type { ExplainAccess, ReachOutcome } from '../../../../contract/insight';
import type { Tone } from '../../kernel/ui/Tag';
import type { TextKey } from '../../kernel/translate';

export type Explanation = ResponseOf<typeof ExplainAccess>;
export type Check = Explanation['checks'][number];

/** The verdict in a word. What they would see were their access open is not what they see. */
export const verdictOf = ({ verdict, guestClosed }: Explanation): { tone: Tone; text: TextKey } => {
  if (verdict === 'no-such-row') return { tone: 'neutral', text: 'insight.why.verdict.no-such-row' };
  if (verdict === 'hidden') return { tone: 'bad', text: 'insight.why.verdict.hidden' };
  if (guestClosed) return { tone: 'careful', text: 'insight.why.verdict.closed' };
  return { tone: 'good', text: 'insight.why.verdict.visible' };
};

export const toneOf = (outcome: ReachOutcome): Tone =>
  outcome === 'visible' ? 'good' : outcome === 'not-held' ? 'neutral' : 'bad';

/** What a rule says, and how far: a granted row itself has none, and company records widen the `contact` rule (D6). */
export const ruleText = ({ rule }: Check, companyRecords: boolean): TextKey => {
  if (rule === null) return 'insight.why.rule.granted';
  if (rule.kind === 'contact' && companyRecords) return 'insight.why.rule.company';
  return `insight.why.rule.${rule.kind}`;
};

/** What a row's way came to; a way that ends before it reaches anything is told from one that leads to somebody else. */
export const outcomeText = ({ outcome, rule, trail }: Check): TextKey => {
  if (outcome !== 'leads-elsewhere') return `insight.why.outcome.${outcome}`;
  if (rule === null) return 'insight.why.outcome.not-granted';
  return trail.length === 0 ? 'insight.why.outcome.leads-nowhere' : 'insight.why.outcome.leads-elsewhere';
};

/** The companies of their contacts, each once. */
export const companiesOf = ({ contacts }: Explanation): string[] => [
  ...new Set(contacts.flatMap(({ companyName }) => (companyName === null ? [] : [companyName]))),
];
