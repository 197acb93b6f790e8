import { backoffMs } from '../../kernel';
import { attemptsMax, judge, leaseSeconds, retrySeconds, sendSecondsMax, waitSecondsMax } from './rules';

describe('the waiting time after a failed attempt', () => {
  it('is 1, 5, 15, 60, 240 minutes, then there is no other attempt', () => {
    const waits = Array.from({ length: attemptsMax }, (_, index) => backoffMs(retrySeconds, index + 1, 0));
    expect(waits).toEqual([...[1, 5, 15, 60, 240].map((one) => one * 60_000), null]);
  });

  it('is longer by a fifth at most', () => {
    expect(backoffMs(retrySeconds, 2, 0.999)).toBeGreaterThan(5 * 60_000);
    expect(backoffMs(retrySeconds, 2, 1)).toBe(6 * 60_000);
  });
});

it('ends an attempt before its lease ends', () => {
  expect(waitSecondsMax + sendSecondsMax).toBeLessThan(leaseSeconds);
});

describe('what a failed attempt means', () => {
  it.each([
    ['the receiver does not exist', { code: 'EENVELOPE', responseCode: 550 }, 'refused'],
    ['the content is refused', { code: 'EMESSAGE', responseCode: 554 }, 'refused'],
    ['greylisting', { code: 'EENVELOPE', responseCode: 451 }, 'retry'],
    ['the server closes the service', { code: 'EENVELOPE', responseCode: 421 }, 'retry'],
    ['our own password is wrong', { code: 'EAUTH', responseCode: 535 }, 'unreachable'],
    ['nobody listens', { code: 'ESOCKET' }, 'unreachable'],
    ['another provider fails', new Error('Bad gateway'), 'retry'],
    ['something that is no error was thrown', 'no', 'retry'],
    ['nothing was thrown', undefined, 'retry'],
  ])('%s', (_, error, verdict) => {
    expect(judge(error)).toBe(verdict);
  });
});
