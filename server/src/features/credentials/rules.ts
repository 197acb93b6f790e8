import type { SecretKind } from '../../kernel';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * What a ticket is good for. `set-password` comes with an invitation; `reset` was asked for; `temporary` is given at the login
 * with a temporary password; `change-email` proves a new address; `undo-email` went to a former one and brings it back.
 */
export const purposes = {
  'set-password': { secret: 'reset', lastsMs: 7 * dayMs },
  reset: { secret: 'reset', lastsMs: 60 * minuteMs },
  temporary: { secret: 'reset', lastsMs: 10 * minuteMs },
  'change-email': { secret: 'verification', lastsMs: dayMs },
  'undo-email': { secret: 'verification', lastsMs: 7 * dayMs },
} as const satisfies Record<string, { secret: SecretKind; lastsMs: number }>;
export type Purpose = keyof typeof purposes;

/** Those that let a password be set. */
export const passwordPurposes: readonly Purpose[] = ['set-password', 'reset', 'temporary'];

/** How long a ticket that is no good any more is known, for somebody who asks for a new one by it. */
export const knownForMs = 30 * dayMs;

export interface TicketFacts {
  purpose: Purpose;
  /** Neither used nor superseded. */
  live: boolean;
  endsAt: number;
}

export const isGood = (ticket: TicketFacts, wanted: readonly Purpose[], now: number): boolean =>
  wanted.includes(ticket.purpose) && ticket.live && ticket.endsAt > now;

/**
 * Whether a ticket went to where its guest is written to now: their address may have changed as the mail was being made, and
 * the old one is another's. What proves a new address went there, what brings a former one back to that, and `temporary` into
 * an answer.
 */
export const isForHim = (
  { purpose, address }: Pick<TicketFacts, 'purpose'> & { address: string | null },
  guest: { email: string | null }
): boolean => !passwordPurposes.includes(purpose) || purpose === 'temporary' || address === guest.email;

/**
 * What somebody is mailed who asks for a new link by an old one. Only what sets a password: whoever has a new address proved
 * has to ask for it again themselves, with their password.
 */
export const renewalOf = (
  ticket: TicketFacts,
  guest: { hasPassword: boolean },
  now: number
): 'guest-invitation' | 'password-reset' | null => {
  if (isGood(ticket, [ticket.purpose], now)) return null;
  if (ticket.purpose === 'set-password') return guest.hasPassword ? 'password-reset' : 'guest-invitation';
  return ticket.purpose === 'reset' ? 'password-reset' : null;
};

/** `j***@example.com`: enough to know one's own address again, and of no use to anybody else. */
export const masked = (address: string): string => address.replace(/^(.)[^@]*/, '$1***');
