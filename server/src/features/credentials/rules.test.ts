import { isGood, masked, renewalOf, type Purpose, type TicketFacts } from './rules';

const ticket = (facts: Partial<TicketFacts> = {}): TicketFacts => ({
  purpose: 'reset',
  live: true,
  endsAt: 2_000,
  ...facts,
});

describe('a ticket', () => {
  it('is good once, in its time, for its purpose', () => {
    expect(isGood(ticket(), ['reset'], 1_999)).toBe(true);
    expect(isGood(ticket(), ['reset'], 2_000)).toBe(false);
    expect(isGood(ticket({ live: false }), ['reset'], 1_000)).toBe(false);
    expect(isGood(ticket(), ['change-email'], 1_000)).toBe(false);
  });

  it.each<[Purpose, boolean, ReturnType<typeof renewalOf>]>([
    ['set-password', false, 'guest-invitation'],
    ['set-password', true, 'password-reset'],
    ['reset', true, 'password-reset'],
    ['reset', false, 'password-reset'],
    ['temporary', true, null],
    ['change-email', true, null],
    ['undo-email', true, null],
  ])('for %s that ran out, with a password: %s, is renewed by %s', (purpose, hasPassword, expected) => {
    expect(renewalOf(ticket({ purpose }), { hasPassword }, 3_000)).toBe(expected);
    expect(renewalOf(ticket({ purpose, live: false }), { hasPassword }, 1_000)).toBe(expected);
    expect(renewalOf(ticket({ purpose }), { hasPassword }, 1_000)).toBeNull();
  });
});

it('masks an address', () => {
  expect(masked('jana.novakova@example.com')).toBe('j***@example.com');
  expect(masked('j@example.com')).toBe('j***@example.com');
});
