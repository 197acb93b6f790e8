import { refusalOf, waitSeconds } from './refusals';

const because = (reason: string) => ({ error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason }] } });

describe('why the People API refuses', () => {
  it.each([
    [403, because('SERVICE_DISABLED'), 'api-off'],
    [403, { error: { errors: [{ reason: 'accessNotConfigured' }] } }, 'api-off'],
    [403, because('ACCESS_TOKEN_SCOPE_INSUFFICIENT'), 'denied'],
    [403, { error: { errors: [{ reason: 'userRateLimitExceeded' }] } }, 'busy'],
    [429, null, 'busy'],
    [429, { error: { status: 'RESOURCE_EXHAUSTED' } }, 'busy'],
    [401, null, 'over'],
    [503, 'no JSON', 'unreachable'],
    [302, null, 'rejects'],
    [403, because('something new'), 'rejects'],
    [403, { error: [null, { details: 'none' }] }, 'rejects'],
  ] as const)('%i %j: %s', (status, body, refusal) => {
    expect(refusalOf(status, body)).toBe(refusal);
  });
});

describe('how long to wait before the next try', () => {
  const now = new Date('2030-01-01T12:00:00Z');
  it('is what the server says, in seconds or as a date', () => {
    expect(waitSeconds('7', 0, now)).toBe(7);
    expect(waitSeconds('Tue, 01 Jan 2030 12:00:05 GMT', 0, now)).toBe(5);
    expect(waitSeconds('Tue, 01 Jan 2030 11:00:00 GMT', 0, now)).toBe(0);
  });

  it('is longer each time where it says nothing that can be read, and then there is no next', () => {
    expect([0, 1, 2, 3].map((tries) => waitSeconds(null, tries, now))).toEqual([1, 2, 4, null]);
    expect(waitSeconds('soon', 1, now)).toBe(2);
    expect(waitSeconds('-5', 0, now)).not.toBeNaN();
  });
});
