import { ApiError } from '../../kernel/apiError';
import { invitationOf, newInvitation, sameInvitation } from './draft';
import { faultsOf } from './faults';

const now = new Date('2027-03-01T10:00:00.000Z');
const draft = { ...newInvitation, name: ' Salon de mars ' };
const given = {
  accessTypes: new Set(['tasks']),
  resources: new Map([['api::project.project', new Set(['a'.repeat(24)])]]),
};

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

describe('the form of an invitation link', () => {
  it('ends in seven days, for any number of people at any address, where nothing else is said', () => {
    expect(invitationOf(draft, now)).toEqual({
      name: 'Salon de mars',
      addAs: 'guest',
      approval: false,
      domain: null,
      resources: [],
      accessTypes: [],
      expiresAt: '2027-03-08T10:00:00.000Z',
      placesMax: null,
    });
  });

  it('sends "never" as null, not as nothing', () => {
    expect(invitationOf({ ...draft, days: null }, now).expiresAt).toBeNull();
  });

  it('gives nothing to who becomes a contact only, and asks nobody to agree', () => {
    const contact = invitationOf({ ...draft, ...given, asGuests: false, approval: true }, now);
    expect(contact).toMatchObject({ addAs: 'contact', approval: false, resources: [], accessTypes: [] });
    expect(invitationOf({ ...draft, ...given }, now)).toMatchObject({ accessTypes: ['tasks'] });
  });

  it('wants a name, and a whole number of people', () => {
    const wrong = { ...draft, name: ' ', places: 0 };
    expect(faultsOf(thrownBy(() => invitationOf(wrong, now)))).toEqual({
      name: 'contacts.fault.required',
      placesMax: 'invitations.fault.places',
    });
  });

  it('says where the server took the domain for none', () => {
    const refusal = new ApiError(400, 'invalid_body', '', { errors: [{ path: ['domain'], message: 'public-suffix' }] });
    expect(faultsOf(refusal)).toEqual({ domain: 'invitations.fault.domain' });
    expect(faultsOf(new ApiError(403, 'grants_beyond_own', ''))).toEqual({});
  });

  it('knows whether something was changed', () => {
    expect(sameInvitation(draft, { ...draft })).toBe(true);
    expect(sameInvitation(draft, { ...draft, ...given })).toBe(false);
    expect(sameInvitation(draft, { ...draft, days: null })).toBe(false);
  });
});
