import { readError } from './readError';

const nothing = { code: null, errors: [], faults: [], guestId: null, token: null };
const body = (details: unknown) => ({
  data: null,
  error: { status: 400, name: 'ValidationError', message: '…', details },
});

describe('a refusal', () => {
  it('is read whole', () => {
    const errors = [{ path: ['joining', 2, 'domain'], message: 'not-a-domain', name: 'ValidationError', value: 'x' }];
    expect(readError(body({ code: 'invalid_settings', errors }))).toEqual({
      ...nothing,
      code: 'invalid_settings',
      errors: [{ path: ['joining', '2', 'domain'], message: 'not-a-domain', value: 'x' }],
    });
    const more = { code: 'weak_password', faults: ['common', 'made-up'], guestId: 'g', token: 'grt_x' };
    expect(readError(body(more))).toEqual({ ...nothing, ...more, faults: ['common'] });
  });

  it('knows the codes of the contract only', () => {
    for (const code of ['made_up', 'toString', 7]) expect(readError(body({ code })).code).toBeNull();
  });

  it.each([null, 'a proxy’s page', [], { error: null }, body(null), body({ errors: 'x', faults: 7, token: {} })])(
    'of any shape is none that throws: %j',
    (given) => expect(readError(given)).toEqual(nothing)
  );
});
