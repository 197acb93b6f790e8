import { loginPattern } from '../../../../contract';
import { freeLogin, guestStateOf, loginOf, ownContactOf } from './rules';

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
    [{ closed: false, waiting: false, hasPassword: false, hasKey: false }, 'invited'],
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
  it('is of several the one with his address, or none', () => {
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
