import type { GuestRow } from '../guests';

/** A guest as he is spoken to. */
export const nameOf = ({ firstName, lastName }: Pick<GuestRow, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** A guest as the log names who did something. */
export const actorOf = (guest: Pick<GuestRow, 'firstName' | 'lastName'>) =>
  ({ kind: 'guest', name: nameOf(guest) }) as const;
