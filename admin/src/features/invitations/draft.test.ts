import { ApiError } from '../../kernel/apiError';
import { refusedIssues, type Checked, type Issue } from '../../kernel/form/issues';
import { sameValues } from '../../kernel/form/sameValues';
import { invitationFault, invitationOf, newInvitation } from './draft';

const now = new Date('2027-03-01T10:00:00.000Z');
const draft = { ...newInvitation, name: ' Salon de mars ' };
const given = {
  accessTypes: new Set(['tasks']),
  resources: new Map([['api::project.project', new Set(['a'.repeat(24)])]]),
};

const accepted = <Value>(checked: Checked<Value>): Value => {
  if (checked.kind === 'refused') throw new Error(JSON.stringify(checked.issues));
  return checked.value;
};

const textsOf = (issues: readonly Issue[]) =>
  Object.fromEntries(issues.map((issue) => [issue.path, invitationFault(issue)]));

describe('the form of an invitation link', () => {
  it('ends in seven days, for any number of people at any address, where nothing else is said', () => {
    expect(accepted(invitationOf(draft, now))).toEqual({
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
    expect(accepted(invitationOf({ ...draft, days: null }, now)).expiresAt).toBeNull();
  });

  it('gives nothing to who becomes a contact only, and asks nobody to agree', () => {
    const contact = accepted(invitationOf({ ...draft, ...given, asGuests: false, approval: true }, now));
    expect(contact).toMatchObject({ addAs: 'contact', approval: false, resources: [], accessTypes: [] });
    expect(accepted(invitationOf({ ...draft, ...given }, now))).toMatchObject({ accessTypes: ['tasks'] });
  });

  it('wants a name, and a whole number of people', () => {
    const wrong = { ...draft, name: ' ', placesMax: 0 };
    const checked = invitationOf(wrong, now);
    expect(checked.kind === 'refused' && textsOf(checked.issues)).toEqual({
      name: 'contacts.fault.required',
      placesMax: 'invitations.fault.places',
    });
  });

  it('says where the server took the domain for none', () => {
    const refusal = new ApiError(400, 'invalid_body', '', { errors: [{ path: ['domain'], message: 'public-suffix' }] });
    expect(textsOf(refusedIssues(refusal))).toEqual({ domain: 'invitations.fault.domain' });
    expect(refusedIssues(new ApiError(403, 'grants_beyond_own', ''))).toEqual([]);
  });

  it('knows whether something was changed', () => {
    expect(sameValues(draft, { ...draft })).toBe(true);
    expect(sameValues(draft, { ...draft, ...given })).toBe(false);
    expect(sameValues(draft, { ...draft, days: null })).toBe(false);
  });
});
