import type { ArrivalKind, GuestOrigin } from '../../../../contract';
import type { Address, Strapi } from '../../kernel';
import type { GivenGrants } from '../guests';

/** What somebody who proves their address is offered. */
export interface JoinOffer {
  addAs: ArrivalKind;
  /** Whether an editor has to agree before they come in. */
  approval: boolean;
  grants: GivenGrants;
  /** Whether whoever opened this door may say whose contact a guest is: else nobody is paired with one by their address. */
  pairs: boolean;
  /** Who made the invitation link. */
  inviterName: string | null;
  /** What its maker calls the invitation link; for editors only. */
  linkName: string | null;
  /** The admin user, by documentId, who is told of the arrival beside those of the settings. */
  makerId: string | null;
  /** When what somebody comes by ends, in milliseconds since 1970, and the session that it opens with it; null: it has no end. */
  until: number | null;
}

export const joinSourceNames = ['domain', 'link'] as const;
export type JoinSourceName = (typeof joinSourceNames)[number];

/** Why somebody may join: asked when they ask, as the mail goes out, and once more when they confirm. */
export interface JoinSource {
  readonly origin: GuestOrigin;
  /** What an address is offered now, from fresh settings; null where it may not join (any more). */
  offer(strapi: Strapi, address: Address, reference: string | null): Promise<JoinOffer | null>;
  /** Takes a place in the confirming transaction, atomically; false where there is none left. */
  takePlace(strapi: Strapi, reference: string | null): Promise<boolean>;
}

const sources = new Map<string, JoinSource>();

/** Called once, at register, by the feature that knows the rule. */
export const registerJoinSource = (name: JoinSourceName, source: JoinSource): void => {
  sources.set(name, source);
};

export const sourceOf = (name: string): JoinSource | undefined => sources.get(name);
