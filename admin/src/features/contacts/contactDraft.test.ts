import { ApiError } from '../../kernel/apiError';
import { checkContact, contactDraftOf, faultsOf } from './contactDraft';

const draft = { ...contactDraftOf(null), lastName: ' NOA ' };

describe('the form of a contact', () => {
  it('sends what was left empty as null, and the rest without spaces around it', () => {
    const checked = checkContact(draft);
    expect(checked).toMatchObject({ kind: 'valid', input: { lastName: 'NOA', firstName: null, company: null } });
  });

  it('wants a last name and an address that can be one', () => {
    const checked = checkContact({ ...draft, lastName: ' ', email: 'nobody' });
    expect(checked).toEqual({
      kind: 'faulty',
      faults: { lastName: 'contacts.fault.required', email: 'contacts.fault.email.no-at' },
    });
  });

  it('refuses what is too long', () => {
    const checked = checkContact({ ...draft, phone: '1'.repeat(41) });
    expect(checked).toEqual({ kind: 'faulty', faults: { phone: 'contacts.fault.tooLong' } });
  });

  it('names a company that exists by its id and a new one by its name', () => {
    const documentId = 'a'.repeat(24);
    expect(checkContact({ ...draft, company: { documentId, name: 'Premium' } })).toMatchObject({
      input: { company: { documentId } },
    });
    expect(checkContact({ ...draft, company: { documentId: null, name: ' Neuve ' } })).toMatchObject({
      input: { company: { name: 'Neuve' } },
    });
  });

  it('shows what the server found wrong at its field', () => {
    const details = { code: 'invalid_body', errors: [{ path: ['email'], message: 'x', name: 'ValidationError' }] };
    expect(faultsOf(new ApiError(400, 'invalid_body', 'x', details))).toEqual({ email: 'contacts.fault.email' });
    expect(faultsOf(new ApiError(409, 'conflict', 'x', details))).toEqual({});
  });
});
