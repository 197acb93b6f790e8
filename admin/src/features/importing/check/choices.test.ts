import { decisionsFor, withChoice } from './choices';

const nobody = {
  firstName: null,
  email: null,
  phone: null,
  directLine: null,
  mobile: null,
  company: null,
  locale: null,
};
const person = { ...nobody, lastName: 'NOA' };
const row = { person, match: null, decision: 'add' as const, isGuest: false, taken: [] };
const matched = { ...row, match: { by: 'email' as const, line: 3, contactId: null, person: null } };
const nameless = { ...row, person: { ...nobody, lastName: null }, decision: 'skip' as const };
const all = () => true;

describe('a choice', () => {
  it('changes what it names alone', () => {
    expect(withChoice(row, { isGuest: true })).toEqual({ ...row, isGuest: true });
    expect(withChoice(row, { decision: 'skip' })).toEqual({ ...row, decision: 'skip' });
  });

  it('adds who is joined with nobody', () => {
    expect(withChoice(row, { decision: 'merge' }).decision).toBe('add');
    expect(withChoice(matched, { decision: 'merge' }).decision).toBe('merge');
  });

  it('leaves out who has no last name', () => {
    expect(withChoice(nameless, { decision: 'add' }).decision).toBe('skip');
    expect(withChoice({ ...nameless, person: null }, { decision: 'add' }).decision).toBe('skip');
  });
});

describe('what can be chosen', () => {
  it('is what makes sense for the row', () => {
    expect(decisionsFor(row, all)).toEqual(['add', 'skip']);
    expect(decisionsFor(matched, all)).toEqual(['add', 'merge', 'skip']);
    expect(decisionsFor(nameless, all)).toEqual(['skip']);
  });

  it('is what the editor may do', () => {
    expect(decisionsFor(matched, (permission) => permission !== 'contacts.update')).toEqual(['add', 'skip']);
  });
});
