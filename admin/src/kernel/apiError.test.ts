import { ApiError, toApiError } from './apiError';

describe('the failure of a call', () => {
  it('keeps its status, its code and its details', () => {
    const guestId = 'a'.repeat(24);
    const details = { code: 'address_taken', guestId };
    const error = toApiError({ status: 409, name: 'ConflictError', message: 'Taken', details });
    expect(error).toMatchObject({ status: 409, code: 'address_taken', message: 'Taken', details: { guestId } });
    expect(toApiError(error)).toBe(error);
  });

  it('of Strapi’s own, or of a proxy before it, has no code of ours', () => {
    expect(toApiError({ status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} }).code).toBe('unknown');
    expect(toApiError({ status: 502, name: 'UnknownError', message: 'Unknown Server Error' }).code).toBe('unknown');
  });

  it('without an answer is that nothing could be reached', () => {
    expect(toApiError({ name: 'TypeError', message: 'Failed to fetch' })).toMatchObject({
      status: null,
      code: 'unreachable',
    });
    expect(toApiError('what')).toBeInstanceOf(ApiError);
  });
});
