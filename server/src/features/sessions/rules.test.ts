import { endsOf } from './rules';

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
