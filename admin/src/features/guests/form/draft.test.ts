import { ApiError } from '../../../kernel/apiError';
import type { Checked, Issue } from '../../../kernel/form/issues';
import { sameValues } from '../../../kernel/form/sameValues';
import { personFault } from '../../../kernel/form/person';
import { changeOf, creationOf, guestDraftOf, type GuestDraft } from './draft';
import { plainIssues, refusedGuest } from './faults';

const draft: GuestDraft = { ...guestDraftOf(null), lastName: ' NOA ', email: ' noa@maison.example ' };

const seen = {
  version: 3,
  lastName: 'NOA',
  firstName: null,
  email: 'noa@maison.example',
  locale: 'fr',
  country: null,
  timeZone: null,
  mobile: null,
};

const accepted = <Value>(checked: Checked<Value>): Value => {
  if (checked.kind === 'refused') throw new Error(JSON.stringify(checked.issues));
  return checked.value;
};

const textsOf = (issues: readonly Issue[]) =>
  Object.fromEntries(issues.map((issue) => [issue.path, issue.text ?? personFault(issue)]));

const faultsOf = (checked: Checked<unknown>) => (checked.kind === 'refused' ? textsOf(checked.issues) : {});

describe('the form of a guest', () => {
  it('sends what was left empty as null, and the rest without spaces around it', () => {
    expect(accepted(creationOf(draft))).toMatchObject({
      lastName: 'NOA',
      email: 'noa@maison.example',
      firstName: null,
      login: null,
      temporaryPassword: null,
      invite: true,
      contactIds: [],
      resources: [],
    });
  });

  it('sends a temporary password as it was typed', () => {
    expect(accepted(creationOf({ ...draft, temporaryPassword: ' deux mots  ' })).temporaryPassword).toBe(
      ' deux mots  '
    );
  });

  it('wants a last name, and of a new guest an address', () => {
    const empty = { ...draft, lastName: ' ', email: '' };
    expect(faultsOf(creationOf(empty))).toEqual({
      lastName: 'contacts.fault.required',
      email: 'contacts.fault.required',
    });
    expect(accepted(changeOf({ ...empty, lastName: 'NOA' }, seen))).toMatchObject({ email: null, version: 3 });
  });

  it('sends neither password nor invitation with a change', () => {
    const change = accepted(changeOf({ ...draft, temporaryPassword: 'something-long' }, seen));
    expect(Object.keys(change)).not.toEqual(expect.arrayContaining(['temporaryPassword']));
    expect(Object.keys(change)).not.toEqual(expect.arrayContaining(['invite']));
  });

  it('says of what the guest may change too how it was when the form was filled', () => {
    expect(accepted(changeOf({ ...draft, lastName: 'NOA ARTHUR' }, seen))).toMatchObject({
      lastName: 'NOA ARTHUR',
      seen: { lastName: 'NOA', firstName: null, email: 'noa@maison.example', locale: 'fr' },
    });
  });

  it('says what a login name is made of', () => {
    for (const login of ['Noa', 'noa@maison', '-noa', 'é']) {
      expect(faultsOf(creationOf({ ...draft, login }))).toEqual({ login: 'guests.fault.login' });
    }
  });

  it('tells at once an address that is none and a temporary password that is too short', () => {
    expect(faultsOf(creationOf({ ...draft, email: 'nobody', temporaryPassword: '1234567' }))).toEqual({
      email: 'contacts.fault.email.no-at',
      temporaryPassword: 'guests.fault.password.too-short',
    });
    expect(plainIssues(draft)).toEqual([]);
  });

  it('knows whether something was changed', () => {
    expect(sameValues(draft, { ...draft })).toBe(true);
    expect(sameValues(draft, { ...draft, companyContacts: true })).toBe(false);
    expect(sameValues(draft, { ...draft, accessTypes: new Set(['tasks']) })).toBe(false);
    expect(sameValues(draft, { ...draft, photo: { id: 1, url: '/a.png', name: 'a' } })).toBe(false);
  });
});

describe('what the server refuses', () => {
  const refusal = (code: ApiError['code'], details: object) => refusedGuest(new ApiError(400, code, '', details));

  it('stands at its field, with who has the address or the login name', () => {
    expect(refusal('address_taken', { guestId: 'abc' })).toMatchObject([
      { path: 'email', text: 'errors.address_taken', params: { guestId: 'abc' } },
    ]);
    expect(refusal('login_taken', {})).toMatchObject([{ path: 'login', text: 'errors.login_taken' }]);
    expect(textsOf(refusal('weak_password', { faults: ['common', 'too-short'] }))).toEqual({
      temporaryPassword: 'guests.fault.password.common',
    });
    expect(textsOf(refusal('invalid_body', { errors: [{ path: ['email'] }] }))).toEqual({
      email: 'contacts.fault.email',
    });
    expect(textsOf(refusal('access_decides', { errors: [{ path: ['temporaryPassword'] }] }))).toEqual({
      temporaryPassword: 'guests.passwordTakesKeys',
    });
  });

  it('is of no field where it concerns the whole', () => {
    expect(refusal('conflict', {})).toEqual([]);
    expect(refusedGuest(new Error('nothing'))).toEqual([]);
  });
});
