import { keyedDigest, failure, isOfDomain, isWellFormed, now, siteName, type Strapi } from '../../kernel';
import { invalidLink, type JoinSource } from '../joining';
import { findLink, findLinkByDigest, takePlace, type LinkRow } from './repository';
import { withState, type StandingLink } from './service';

export const inviterOf = (strapi: Strapi, { makerName }: LinkRow): string => makerName ?? siteName(strapi);

const admits = ({ domain }: LinkRow, of: string): boolean => domain === null || isOfDomain(of, domain);

/** A link as the reason to join: asked again when its mail goes out and when it is confirmed. */
export const linkSource: JoinSource = {
  origin: 'invitation',
  offer: async (strapi, { domain }, reference) => {
    const row = reference === null ? null : await findLink(strapi, reference);
    const link = row && (await withState(strapi, row));
    // One that is full is told apart when the place is taken, and not before.
    if (!link || (link.state !== 'open' && link.state !== 'full') || !admits(link, domain)) return null;
    return {
      addAs: link.addAs,
      approval: link.approval,
      grants: link.grants,
      pairs: link.mayPair,
      inviterName: inviterOf(strapi, link),
      linkName: link.name,
      makerId: link.maker,
      until: link.expiresAt,
    };
  },
  takePlace: async (strapi, reference) => reference !== null && takePlace(strapi, reference, now().getTime()),
};

/**
 * The link of a secret, if somebody may come by it now. A text without its form costs no query.
 * @throws 401 `invalid_link` for one that is unknown, revoked, expired or stopped; 409 `link_used_up`
 */
export const requireOpenLink = async (strapi: Strapi, secret: string): Promise<StandingLink> => {
  const row = isWellFormed('invitation', secret) ? await findLinkByDigest(strapi, keyedDigest(strapi, secret)) : null;
  const link = row && (await withState(strapi, row));
  if (link?.state === 'full') throw failure('link_used_up', 'All places of this invitation are taken.');
  if (link?.state !== 'open') throw invalidLink();
  return link;
};

/** @throws 403 `domain_not_allowed` where a link is bound to another domain */
export const requireDomain = (link: LinkRow, domain: string): void => {
  if (!admits(link, domain)) throw failure('domain_not_allowed', 'This invitation is for addresses of another domain.');
};
