import { stateOf } from './rules';

const link = { revokedAt: null, expiresAt: null, placesMax: null, placesTaken: 0 };
const now = 1_000;

describe('how a link stands', () => {
  it.each([
    ['open', link, true],
    ['open', { ...link, expiresAt: now + 1, placesMax: 2, placesTaken: 1 }, true],
    ['full', { ...link, placesMax: 2, placesTaken: 2 }, true],
    ['expired', { ...link, expiresAt: now }, true],
    ['stopped', link, false],
    ['stopped', { ...link, placesMax: 1, placesTaken: 1 }, false],
    ['expired', { ...link, expiresAt: now - 1 }, false],
    ['revoked', { ...link, revokedAt: 1, expiresAt: now - 1 }, false],
  ] as const)('is %s: %j, its maker may give it: %s', (state, facts, mayGive) => {
    expect(stateOf(facts, mayGive, now)).toBe(state);
  });
});
