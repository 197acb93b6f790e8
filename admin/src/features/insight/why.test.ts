import { companiesOf, outcomeText, ruleText, verdictOf, type Check, type Explanation } from './why';

const labels = { fr: 'Tâches', en: '', cs: '' };
const step = { attribute: 'project', contentType: 'api::project.project', documentId: 'p', label: 'P', ties: false };
const check = (more: Partial<Check> = {}): Check => ({
  kind: 'access',
  key: 'tasks',
  labels,
  held: true,
  actions: ['find'],
  rule: { kind: 'contact', path: 'contact' },
  outcome: 'visible',
  trail: [step],
  ...more,
});
const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  verdict: 'visible',
  rowLabel: 'T',
  guestClosed: false,
  companyRecords: false,
  contacts: [],
  checks: [check()],
  ...more,
});

describe('the answer to "why?" in words', () => {
  it('does not call visible what a closed guest cannot see', () => {
    expect(verdictOf(explanation()).text).toBe('insight.why.verdict.visible');
    expect(verdictOf(explanation({ guestClosed: true }))).toEqual({
      tone: 'careful',
      text: 'insight.why.verdict.closed',
    });
    expect(verdictOf(explanation({ verdict: 'hidden', guestClosed: true })).tone).toBe('bad');
  });

  it('says that company records widen the rule of contacts, and no other', () => {
    expect(ruleText(check(), true)).toBe('insight.why.rule.company');
    expect(ruleText(check({ rule: { kind: 'guest', path: 'openedBy' } }), true)).toBe('insight.why.rule.guest');
    expect(ruleText(check({ rule: null }), true)).toBe('insight.why.rule.granted');
  });

  it('tells a link that is empty from one that leads to somebody else', () => {
    expect(outcomeText(check({ outcome: 'leads-elsewhere' }))).toBe('insight.why.outcome.leads-elsewhere');
    expect(outcomeText(check({ outcome: 'leads-elsewhere', trail: [] }))).toBe('insight.why.outcome.leads-nowhere');
    expect(outcomeText(check({ outcome: 'leads-elsewhere', rule: null, trail: [] }))).toBe(
      'insight.why.outcome.not-granted'
    );
    expect(outcomeText(check({ outcome: 'draft' }))).toBe('insight.why.outcome.draft');
  });

  it('names each company once, and none for a person without', () => {
    const person = { documentId: 'c', name: 'N' };
    const contacts = ['A', 'A', null].map((companyName) => ({ ...person, companyName }));
    expect(companiesOf(explanation({ contacts }))).toEqual(['A']);
  });
});
