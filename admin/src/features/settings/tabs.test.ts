import { detailsOf, settings } from '../../../../contract';
import { signInCautions } from './sign-in/signInCautions';
import { issuesThatStay, refusedFields } from '../../kernel/form/issues';
import { tabIn, tabOf } from './tabs';

const values = settings.cast({ contacts: true, guests: true, resourceTypes: [], accessTypes: [] });
const at = (path: string) => ({ path, reason: 'server', params: {}, message: '' });

describe('the tab of a path', () => {
  it.each([
    ['joining.domains[2].domain', 'joining'],
    ['mailTexts[0].body', 'mails'],
    ['accessTypes[1].rule.path', 'content'],
    ['guests', null],
    ['', null],
  ])('%s is %s', (path, tab) => expect(tabOf(path)).toBe(tab));

  it('is in the address, else the first', () => {
    expect(tabIn('#brand')).toBe('brand');
    expect(tabIn('#nothing')).toBe('content');
  });
});

describe('what the server refused', () => {
  it('is read with its place and the value that it is about', () => {
    const details = { errors: [{ path: ['mailTexts', '3', 'body'], message: 'unknown-placeholder', value: '{{x}}' }] };
    expect(refusedFields(detailsOf(details))).toEqual([
      { path: 'mailTexts[3].body', reason: 'server', params: { value: '{{x}}' }, message: 'unknown-placeholder' },
    ]);
    expect(refusedFields(detailsOf(null))).toEqual([]);
  });

  it('stays until what stands at its place is changed', () => {
    const joining = {
      ...values.joining,
      domains: ['a.example', 'co.uk'].map((domain) => ({ domain, resources: [], accessTypes: [] })),
    };
    const before = { ...values, joining };
    const issues = [at('joining.domains[1].domain'), at('brand.colour')];
    const approved = { ...before, joining: { ...joining, approval: true } };
    expect(issuesThatStay(issues, before, approved)).toEqual(issues);
    const shorter = { ...before, joining: { ...joining, domains: joining.domains.slice(1) } };
    expect(issuesThatStay(issues, before, shorter)).toEqual([at('brand.colour')]);
  });
});

describe('the doors', () => {
  const { signInMethods, joining } = values;
  it('deserve a second look where nobody comes in, or a password opens nothing', () => {
    expect(signInCautions({ signInMethods, joining })).toEqual([]);
    expect(signInCautions({ signInMethods: { key: false, password: false }, joining })).toEqual(['all-shut']);
    const open = { ...joining, mode: 'any' as const };
    expect(signInCautions({ signInMethods: { key: true, password: false }, joining: open })).toEqual([
      'password-for-nothing',
    ]);
    const contacts = { ...open, addAs: 'contact' as const };
    expect(signInCautions({ signInMethods: { key: true, password: false }, joining: contacts })).toEqual([]);
  });
});
