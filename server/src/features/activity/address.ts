import { isIPv4, isIPv6 } from 'node:net';
import type { KeptAddress } from '../../../../contract';
import { groupsOfIpv6, mappedIpv4 } from '../../kernel';

export type { KeptAddress } from '../../../../contract';

/**
 * An address as it is kept: `network` leaves out the part that names one connection (IPv4 /24, IPv6 /48).
 * @returns null where nothing is kept, or what was given is no address
 */
export const keptAddress = (given: string, kept: KeptAddress): string | null => {
  if (kept === 'nothing') return null;
  const ip = mappedIpv4(given) ?? given.replace(/%.*$/, '');
  if (isIPv4(ip)) return kept === 'whole' ? ip : `${ip.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(ip)) return null;
  return kept === 'whole' ? ip : `${groupsOfIpv6(ip).slice(0, 3).join(':')}::/48`;
};
