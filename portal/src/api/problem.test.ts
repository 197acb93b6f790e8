import { GuestAccessError } from '../../../client';
import { problemMessage, problemOf as problemOfRefusal } from './problem';

const problemOf = (...refusal: ConstructorParameters<typeof GuestAccessError>) =>
  problemOfRefusal(new GuestAccessError(...refusal));

const body = (details: object) => ({
  data: null,
  error: { status: 400, name: 'ValidationError', message: '…', details },
});

describe('a problem', () => {
  it.each([
    [401, { kind: 'unauthorized', code: null }],
    [409, { kind: 'conflict', code: null, fields: [] }],
    [412, { kind: 'conflict', code: null, fields: [] }],
    [500, { kind: 'unavailable' }],
    [503, { kind: 'unavailable' }],
  ])('is read from the status %s', (status, problem) => {
    expect(problemOf(status, null, null)).toEqual(problem);
  });

  it('names the refused attributes once, components by their own name, with the first fault of each', () => {
    const errors = [
      { path: ['subject'], message: 'subject must be at most 120 characters' },
      { path: ['seo', 'title'], message: 'a word of the site’s own' },
      { path: ['subject'], message: 'This attribute must be unique' },
      {},
      7,
    ];
    expect(problemOf(400, body({ errors }), null)).toEqual({
      kind: 'invalid',
      code: null,
      faults: { subject: { key: 'form.tooLong', values: { count: 120 } }, seo: 'form.refusedValue' },
    });
  });

  it.each([
    ['title must be at least 3 characters', { key: 'form.tooShort', values: { count: 3 } }],
    ['count must be less than or equal to 2147483647', { key: 'form.tooMuch', values: { limit: 2147483647n } }],
    ['hours must be greater than or equal to 0.5', { key: 'form.tooLittle', values: { limit: 0.5 } }],
    ['price must have at most 2 decimals', { key: 'form.tooManyDecimals', values: { count: 2 } }],
    ['count must be an integer', 'form.notWhole'],
    ['serial must be a valid integer', 'form.notWhole'],
    ['code must match the following: "/^[A-Z]{3}$/"', 'form.otherPattern'],
    ['This attribute must be unique', 'form.taken'],
    ['email must be a valid email', 'form.badEmail'],
    ['state must be one of the following values: a, b', 'form.noChoice'],
    ['label must be defined.', 'form.missingValue'],
    ['label must be a `string` type, but the final value was: `null`.', 'form.missingValue'],
    ['there is no such row', 'relation.gone'],
    [undefined, 'form.refusedValue'],
  ])('knows what “%s” means', (message, fault) => {
    const problem = problemOf(400, body({ errors: [{ path: ['x'], message }] }), null);
    expect(problem).toMatchObject({ faults: { x: fault } });
  });

  it('says why a new password is refused, as far as it knows the faults', () => {
    const weak = body({ code: 'weak_password', faults: ['own-name', 'too-short', 'made-up', 7] });
    expect(problemOf(400, weak, null)).toEqual({ kind: 'weak-password', faults: ['too-short', 'own-name'] });
    expect(problemOf(400, body({ code: 'weak_password' }), null)).toEqual({ kind: 'weak-password', faults: [] });
  });

  it('hands over the token of a temporary password, and only a text', () => {
    const change = (token: unknown) => body({ code: 'password_change_required', token });
    expect(problemOf(403, change('grt_x'), null)).toEqual({ kind: 'password-change', token: 'grt_x' });
    expect(problemOf(403, change({}), null)).toEqual({ kind: 'forbidden', code: 'password_change_required' });
  });

  it.each([
    [30, { key: 'problem.busySeconds', values: { count: 30 } }],
    [90, { key: 'problem.busySeconds', values: { count: 90 } }],
    [91, { key: 'problem.busyMinutes', values: { count: 2 } }],
    [900, { key: 'problem.busyMinutes', values: { count: 15 } }],
    [null, { key: 'problem.busy' }],
  ])('is told to come back after %s seconds in a way people count', (retryAfterSeconds, message) => {
    expect(problemMessage({ kind: 'busy', retryAfterSeconds })).toEqual(message);
  });

  it.each([
    [401, 'invalid_credentials', 'problem.credentials'],
    [401, 'invalid_link', 'problem.link'],
    [403, 'door_closed', 'problem.doorClosed'],
    [403, 'domain_not_allowed', 'problem.domain'],
    [403, 'guests_off', 'problem.guestsOff'],
    [409, 'being_edited', 'problem.beingEdited'],
    [409, 'link_used_up', 'problem.linkUsedUp'],
    [409, 'other_guest', 'problem.otherGuest'],
    [409, 'toString', 'problem.conflict'],
  ])('has words for %s %s', (status, code, key) => {
    expect(problemMessage(problemOf(status, body({ code }), null)).key).toBe(key);
  });

  it('says when to try again', () => {
    expect(problemOf(429, null, '41.2')).toEqual({ kind: 'busy', retryAfterSeconds: 42 });
    expect(problemOf(429, null, 'Wed, 21 Oct 2026 07:28:00 GMT')).toEqual({ kind: 'busy', retryAfterSeconds: null });
  });

  it.each([null, 'text', [], { error: null }, { error: { details: { code: 7, errors: 'x' } } }])(
    'makes do with a body of any shape: %j',
    (given) => {
      expect(problemOf(400, given, null)).toEqual({ kind: 'invalid', code: null, faults: {} });
    }
  );

  it('has words of its own for a write that would take the row out of reach', () => {
    expect(problemMessage(problemOf(403, body({ code: 'write_not_allowed' }), null)).key).toBe('problem.outOfReach');
    expect(problemMessage(problemOf(403, body({}), null)).key).toBe('problem.forbidden');
    expect(problemMessage(problemOf(400, body({ code: 'relation_not_visible' }), null)).key).toBe('problem.relation');
  });
});
