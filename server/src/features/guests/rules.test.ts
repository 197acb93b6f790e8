import { loginPattern } from '../../../../contract';
import { decideLateSave, freeLogin, guestStateOf, keepUntouched, loginOf, ownContactOf, type Extent } from './rules';

describe('loginOf', () => {
  it.each([
    ['Maison Première — Été', 'maison-premiere-ete'],
    ['Dvořák & syn', 'dvorak-and-syn'],
    ['Жанна Дюпон', 'zhanna-dyupon'],
    ['株式会社', 'guest'],
    ['-—-', 'guest'],
    ['', 'guest'],
    ['a@b.example', 'a-b-example'],
    ['\u202eabc\u200b', 'abc'],
    ["'; DROP TABLE guests; --", 'drop-table-guests'],
  ])('of %j is %j', (text, login) => {
    expect(loginOf(text)).toBe(login);
    expect(login).toMatch(loginPattern);
  });

  it('is a login name whatever the text, and no longer than one', () => {
    for (const text of ['x'.repeat(300), `${'y'.repeat(63)} z`, '💥'.repeat(200), '=1+1', '%00', '..']) {
      expect(loginOf(text)).toMatch(loginPattern);
    }
  });
});

describe('freeLogin', () => {
  it('counts up from two', () => {
    expect(freeLogin('noa', new Set())).toBe('noa');
    expect(freeLogin('noa', new Set(['noa']))).toBe('noa-2');
    expect(freeLogin('noa', new Set(['noa', 'noa-2', 'noa-4']))).toBe('noa-3');
  });

  it('keeps a long one in bounds', () => {
    const base = 'x'.repeat(64);
    const login = freeLogin(base, new Set([base]));
    expect(login).toBe(`${'x'.repeat(62)}-2`);
    expect(login).toMatch(loginPattern);
  });
});

describe('guestStateOf', () => {
  it.each([
    [{ closed: false, waiting: false, hasPassword: false, hasKey: false }, 'without-credentials'],
    [{ closed: false, waiting: false, hasPassword: true, hasKey: false }, 'open'],
    [{ closed: false, waiting: false, hasPassword: false, hasKey: true }, 'open'],
    [{ closed: true, waiting: false, hasPassword: true, hasKey: true }, 'closed'],
    [{ closed: true, waiting: true, hasPassword: true, hasKey: false }, 'waiting'],
  ] as const)('of %j is %s', (facts, state) => {
    expect(guestStateOf(facts)).toBe(state);
  });
});

describe('ownContactOf', () => {
  const contact = (documentId: string, emailKey: string | null = null) => ({ id: 1, documentId, emailKey });
  const nobody = { ownContact: null, emailKey: 'noa@a.example' };

  it('is the only one', () => {
    expect(ownContactOf([contact('a')], nobody, new Set())).toBe('a');
  });
  it('is of several the one with their address, or none', () => {
    expect(ownContactOf([contact('a'), contact('b', 'noa@a.example')], nobody, new Set())).toBe('b');
    expect(ownContactOf([contact('a'), contact('b')], nobody, new Set())).toBeNull();
    const twins = [contact('a', 'noa@a.example'), contact('b', 'noa@a.example')];
    expect(ownContactOf(twins, nobody, new Set())).toBeNull();
  });
  it('is never another guest’s', () => {
    expect(ownContactOf([contact('a')], nobody, new Set(['a']))).toBeNull();
    expect(ownContactOf([contact('a', 'noa@a.example'), contact('b')], nobody, new Set(['a']))).toBeNull();
  });
  it('stays what it was', () => {
    const known = { ...nobody, ownContact: 'a' };
    expect(ownContactOf([contact('b', 'noa@a.example'), contact('a')], known, new Set(['a']))).toBe('a');
    expect(ownContactOf([contact('b')], known, new Set())).toBe('b');
  });
});

describe('decideLateSave', () => {
  const now: Extent = {
    closed: false,
    companyContacts: true,
    companyRecords: false,
    grants: new Set(['tasks', 'project a', 'project b']),
    contacts: new Set(['x', 'y']),
  };
  const set = (...names: string[]) => new Set(names);

  it.each<[string, Partial<Extent>]>([
    ['a grant less', { grants: set('tasks', 'project a') }],
    ['no grant at all', { grants: set() }],
    ['a contact less', { contacts: set('x') }],
    ['a shorter reach', { companyContacts: false }],
    ['closing', { closed: true }],
    ['closing with something that is not there any more', { closed: true, grants: set('project c') }],
  ])('lets through what only takes away: %s', (_what, asked) => {
    expect(decideLateSave(asked, now)).toBe('narrow');
  });

  it.each<[string, Partial<Extent>, Extent]>([
    ['nothing', {}, now],
    ['a grant more', { grants: set('tasks', 'project a', 'project b', 'project c') }, now],
    ['a grant for another', { grants: set('project c') }, now],
    ['a contact for another', { contacts: set('z') }, now],
    ['a longer reach', { companyRecords: true, grants: set() }, now],
    ['opening', { closed: false, grants: set() }, { ...now, closed: true }],
  ])('is a conflict where it takes away nothing, or gives: %s', (_what, asked, there) => {
    expect(decideLateSave(asked, there)).toBe('conflict');
  });

  it('takes from a closed access too', () => {
    expect(decideLateSave({ grants: set('tasks') }, { ...now, closed: true })).toBe('narrow');
  });
});

describe('keepUntouched', () => {
  const seen = {
    lastName: 'A',
    firstName: null,
    email: null,
    locale: 'fr',
    country: null,
    timeZone: null,
    mobile: '1',
  };
  const now = { ...seen, locale: 'cs' as const, lastName: 'B', mobile: '2', email: 'b@tests.example' };

  it('leaves what the editor left, and writes what they wrote', () => {
    const asked = { ...seen, locale: 'fr' as const, firstName: '', mobile: '3', title: 'T' };
    expect(keepUntouched(asked, seen, now)).toEqual({ ...now, firstName: null, mobile: '3', title: 'T' });
  });
});
