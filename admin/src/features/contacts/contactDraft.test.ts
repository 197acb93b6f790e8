import { ApiError } from '../../kernel/apiError';
import type { Issue } from '../../kernel/form/issues';
import { checkContact, contactDraftOf, type ContactDraft } from './contactDraft';
import { personFault, refusedPerson } from '../../kernel/form/person';

const textsOf = (issues: readonly Issue[]) =>
  Object.fromEntries(issues.map((issue) => [issue.path, issue.text ?? personFault(issue)]));

const faultsOf = (draft: ContactDraft) => {
  const checked = checkContact(draft);
  return checked.kind === 'refused' ? textsOf(checked.issues) : {};
};

const draft = { ...contactDraftOf(null), lastName: ' NOA ' };

describe('the form of a contact', () => {
  it('sends what was left empty as null, and the rest without spaces around it', () => {
    const checked = checkContact(draft);
    expect(checked).toMatchObject({
      kind: 'accepted',
      value: { lastName: 'NOA', firstName: null, company: null },
    });
  });

  it('wants a last name and an address that can be one', () => {
    expect(faultsOf({ ...draft, lastName: ' ', email: 'nobody' })).toEqual({
      lastName: 'contacts.fault.required',
      email: 'contacts.fault.email.no-at',
    });
  });

  it('refuses what is too long', () => {
    expect(faultsOf({ ...draft, phone: '1'.repeat(41) })).toEqual({ phone: 'contacts.fault.tooLong' });
  });

  it('names a company that exists by its id and a new one by its name', () => {
    const documentId = 'a'.repeat(24);
    expect(checkContact({ ...draft, company: { documentId, name: 'Premium' } })).toMatchObject({
      value: { company: { documentId } },
    });
    expect(checkContact({ ...draft, company: { documentId: null, name: ' Neuve ' } })).toMatchObject({
      value: { company: { name: 'Neuve' } },
    });
  });

  it('shows what the server found wrong at its field', () => {
    const details = { code: 'invalid_body', errors: [{ path: ['email'], message: 'x', name: 'ValidationError' }] };
    const refusal = (status: number, code: ApiError['code']) =>
      textsOf(refusedPerson(new ApiError(status, code, 'x', details)));
    expect(refusal(400, 'invalid_body')).toEqual({ email: 'contacts.fault.email' });
    expect(refusal(403, 'access_decides')).toEqual({ email: 'contacts.fault.accessDecides' });
    expect(refusal(409, 'conflict')).toEqual({});
  });
});
