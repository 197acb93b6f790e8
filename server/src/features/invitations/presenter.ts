import type { InvitationLink } from '../../../../contract';
import { canReveal, readableDomain, type Strapi } from '../../kernel';
import type { StandingLink } from './service';
import { inviterOf } from './source';

const isoOf = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** A link as an editor sees it. The secret is not in it. */
export const presentLink = (strapi: Strapi, link: StandingLink): InvitationLink => ({
  documentId: link.documentId,
  name: link.name,
  state: link.state,
  addAs: link.addAs,
  approval: link.approval,
  domain: link.domain && readableDomain(link.domain),
  resources: link.grants.resources,
  accessTypes: link.grants.accessTypes,
  createdAt: new Date(link.issuedAt).toISOString(),
  createdByName: inviterOf(strapi, link),
  expiresAt: isoOf(link.expiresAt),
  placesMax: link.placesMax,
  placesTaken: link.placesTaken,
  lastFour: link.lastFour,
  canReveal: canReveal(strapi, link),
});
