import { nameOf, type GuestRow } from '../guests';

/** A guest as the log names who did something. */
export const actorOf = (guest: Pick<GuestRow, 'firstName' | 'lastName'>) =>
  ({ kind: 'guest', name: nameOf(guest) }) as const;
