import { problemMessage, problemOf } from './problem';

const body = (details: object) => ({
  data: null,
  error: { status: 400, name: 'ValidationError', message: '…', details },
});

describe('a problem', () => {
  it.each([
    [401, { kind: 'unauthorized' }],
    [409, { kind: 'conflict' }],
    [412, { kind: 'conflict' }],
    [500, { kind: 'unavailable' }],
    [503, { kind: 'unavailable' }],
  ])('is read from the status %s', (status, problem) => {
    expect(problemOf(status, null, null)).toEqual(problem);
  });

  it('names the refused attributes once, components by their own name', () => {
    const details = { errors: [{ path: ['subject'] }, { path: ['seo', 'title'] }, { path: ['subject'] }, {}, 7] };
    expect(problemOf(400, body(details), null)).toEqual({ kind: 'invalid', code: null, fields: ['subject', 'seo'] });
  });

  it('says when to try again', () => {
    expect(problemOf(429, null, '41.2')).toEqual({ kind: 'busy', retryAfterSeconds: 42 });
    expect(problemOf(429, null, 'Wed, 21 Oct 2026 07:28:00 GMT')).toEqual({ kind: 'busy', retryAfterSeconds: null });
  });

  it.each([null, 'text', [], { error: null }, { error: { details: { code: 7, errors: 'x' } } }])(
    'makes do with a body of any shape: %j',
    (given) => {
      expect(problemOf(400, given, null)).toEqual({ kind: 'invalid', code: null, fields: [] });
    }
  );

  it('has words of its own for a write that would take the row out of reach', () => {
    expect(problemMessage(problemOf(403, body({ code: 'write_not_allowed' }), null)).key).toBe('problem.outOfReach');
    expect(problemMessage(problemOf(403, body({}), null)).key).toBe('problem.forbidden');
    expect(problemMessage(problemOf(400, body({ code: 'relation_not_visible' }), null)).key).toBe('problem.relation');
  });
});
