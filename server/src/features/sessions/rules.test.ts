import { endsOf, withoutMargins } from './rules';

describe('endsOf', () => {
  const site = { idleMs: 100, maxMs: 1_000 };

  it.each([
    ['has no end', null, { idleEndsAt: 105, endsAt: 1_005 }],
    ['ends after the site’s time', 2_000, { idleEndsAt: 105, endsAt: 1_005 }],
    ['ends before it', 500, { idleEndsAt: 105, endsAt: 500 }],
    ['ends before it could be idle for too long', 50, { idleEndsAt: 50, endsAt: 50 }],
    ['has ended', 1, { idleEndsAt: 1, endsAt: 1 }],
  ])('is the sooner end, where what gives the session %s', (_what, until, ends) => {
    expect(endsOf(5, { ...site, until })).toEqual(ends);
  });
});

describe('a password that was pasted', () => {
  it.each([' lune-42', 'lune-42 ', 'lune-42\n', '\r\nlune-42\r\n', '\u00a0lune-42\u200b', '\ufefflune-42\t'])(
    'is meant without what stands around it: %j',
    (pasted) => {
      expect(withoutMargins(pasted)).toBe('lune-42');
    }
  );

  it('keeps what stands inside', () => {
    expect(withoutMargins(' trois  girafes ')).toBe('trois  girafes');
  });
});
