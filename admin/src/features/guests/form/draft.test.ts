import { ApiError } from '../../../kernel/apiError';
import { changeOf, creationOf, guestDraftOf, sameGuest, type GuestDraft } from './draft';
import { faultsOf, plainFaults } from './faults';

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

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

describe('the form of a guest', () => {
  it('sends what was left empty as null, and the rest without spaces around it', () => {
    expect(creationOf(draft)).toMatchObject({
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
    expect(creationOf({ ...draft, temporaryPassword: ' deux mots  ' }).temporaryPassword).toBe(' deux mots  ');
  });

  it('wants a last name, and of a new guest an address', () => {
    const empty = { ...draft, lastName: ' ', email: '' };
    expect(faultsOf(thrownBy(() => creationOf(empty)))).toEqual({
      lastName: { text: 'contacts.fault.required' },
      email: { text: 'contacts.fault.required' },
    });
    expect(changeOf({ ...empty, lastName: 'NOA' }, seen)).toMatchObject({ email: null, version: 3 });
  });

  it('sends neither password nor invitation with a change', () => {
    const change = changeOf({ ...draft, temporaryPassword: 'something-long' }, seen);
    expect(Object.keys(change)).not.toEqual(expect.arrayContaining(['temporaryPassword']));
    expect(Object.keys(change)).not.toEqual(expect.arrayContaining(['invite']));
  });

  it('says of what the guest may change too how it was when the form was filled', () => {
    expect(changeOf({ ...draft, lastName: 'NOA ARTHUR' }, seen)).toMatchObject({
      lastName: 'NOA ARTHUR',
      seen: { lastName: 'NOA', firstName: null, email: 'noa@maison.example', locale: 'fr' },
    });
  });

  it('says what a login name is made of', () => {
    for (const login of ['Noa', 'noa@maison', '-noa', 'é']) {
      expect(faultsOf(thrownBy(() => creationOf({ ...draft, login })))).toEqual({
        login: { text: 'guests.fault.login' },
      });
    }
  });

  it('tells at once an address that is none and a temporary password that is too short', () => {
    expect(plainFaults({ ...draft, email: 'nobody', temporaryPassword: '1234567' })).toEqual({
      email: { text: 'contacts.fault.email.no-at' },
      temporaryPassword: { text: 'guests.fault.password.too-short' },
    });
    expect(plainFaults(draft)).toEqual({});
  });

  it('knows whether something was changed', () => {
    expect(sameGuest(draft, { ...draft })).toBe(true);
    expect(sameGuest(draft, { ...draft, companyContacts: true })).toBe(false);
    expect(sameGuest(draft, { ...draft, accessTypes: new Set(['tasks']) })).toBe(false);
    expect(sameGuest(draft, { ...draft, photo: { id: 1, url: '/a.png', name: 'a' } })).toBe(false);
  });
});

describe('what the server refuses', () => {
  const refusal = (code: ApiError['code'], details: object) => faultsOf(new ApiError(409, code, '', details));

  it('stands at its field, with who has the address or the login name', () => {
    expect(refusal('address_taken', { guestId: 'abc' })).toEqual({
      email: { text: 'errors.address_taken', guestId: 'abc' },
    });
    expect(refusal('login_taken', {})).toEqual({ login: { text: 'errors.login_taken' } });
    expect(refusal('weak_password', { faults: ['common', 'too-short'] })).toEqual({
      temporaryPassword: { text: 'guests.fault.password.common' },
    });
    expect(refusal('invalid_body', { errors: [{ path: ['email'] }, { path: ['photo'] }] })).toEqual({
      email: { text: 'contacts.fault.email' },
    });
  });

  it('is of no field where it concerns the whole', () => {
    expect(refusal('conflict', {})).toEqual({});
    expect(faultsOf(new Error('nothing'))).toEqual({});
  });
});
