import { checkCorrection, correctionOf, knownIssues } from './correction';

const nobody = {
  lastName: null,
  firstName: null,
  email: null,
  phone: null,
  directLine: null,
  mobile: null,
  company: null,
  locale: null,
};
const row = {
  person: { ...nobody, firstName: 'Zoé', locale: 'fr' as const },
  problems: [
    { code: 'no-name' as const, field: null, value: '' },
    { code: 'bad-address' as const, field: 'email' as const, value: 'zoe(at)kern' },
    { code: 'left-out' as const, field: null, value: 'x' },
  ],
};

describe('a row that is corrected', () => {
  it('begins with what was read, and with what stood there where that cannot be kept', () => {
    expect(correctionOf(row)).toMatchObject({ firstName: 'Zoé', lastName: '', email: 'zoe(at)kern', locale: 'fr' });
    expect(correctionOf({ person: null, problems: [] }).firstName).toBe('');
  });

  it('tells at each field what is wrong with it', () => {
    expect(knownIssues(row).map(({ path, reason }) => [path, reason])).toEqual([
      ['lastName', 'no-name'],
      ['email', 'bad-address'],
    ]);
  });

  it('is sent without the spaces around it, and not with a wrong address', () => {
    const fixed = { ...correctionOf(row), lastName: ' KERN ', email: 'zoe@kern.example' };
    const checked = checkCorrection(fixed);
    expect(checked).toMatchObject({ kind: 'accepted', value: { lastName: 'KERN', phone: null, locale: 'fr' } });
    expect(checkCorrection(correctionOf(row)).kind).toBe('refused');
  });
});
