import { advanceOne, findGuest } from '../guests';
import { dropGrantsBy } from '../access';
import { parseAddress, type Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import { stillThere } from './grants';
import { grantsByDomain } from './rules';
import type { JoinSource } from './sources';

/** Joining by the domain of one's address (P4). It has no number of places. */
export const domainSource: JoinSource = {
  origin: 'domain',
  offer: async (strapi, { domain }) => {
    const { joining } = await reloadSettings(strapi);
    const grants = grantsByDomain(joining, domain);
    const { addAs, approval } = joining;
    return (
      grants && { addAs, approval, grants, pairs: true, inviterName: null, linkName: null, makerId: null, until: null }
    );
  },
  takePlace: () => Promise.resolve(true),
};

const domainOf = (address: string | null): string | null => {
  const parsed = parseAddress(address);
  return parsed.kind === 'address' ? parsed.domain : null;
};

/**
 * What a guest was given by the domain of theirs address goes when the address moves to a domain that does not give it. Runs
 * in the transaction of the change.
 */
export const followAddress = async (
  strapi: Strapi,
  { guestId, from, to }: { guestId: string; from: string | null; to: string | null }
): Promise<void> => {
  const domain = domainOf(to);
  if (domain !== null && domain === domainOf(from)) return;
  const { joining } = await reloadSettings(strapi);
  const given = domain === null ? null : grantsByDomain(joining, domain);
  const keep = await stillThere(strapi, given ?? { resources: [], accessTypes: [] });
  if (!(await dropGrantsBy(strapi, guestId, 'domain', keep))) return;
  const guest = await findGuest(strapi, guestId);
  if (guest) await advanceOne(strapi, guest);
};
