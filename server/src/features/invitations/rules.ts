import type { InvitationState } from '../../../../contract';

export interface LinkFacts {
  revokedAt: number | null;
  expiresAt: number | null;
  placesMax: number | null;
  placesTaken: number;
}

/** How a link stands. `mayGive`: whether its maker is there and may give what it gives. Instants in milliseconds since 1970. */
export const stateOf = (link: LinkFacts, mayGive: boolean, now: number): InvitationState => {
  if (link.revokedAt !== null) return 'revoked';
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired';
  if (!mayGive) return 'stopped';
  return link.placesMax !== null && link.placesTaken >= link.placesMax ? 'full' : 'open';
};
