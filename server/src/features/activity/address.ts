import { isIPv4, isIPv6 } from 'node:net';
import type { KeptAddress } from '../../../../contract';

export type { KeptAddress } from '../../../../contract';

/** The eight groups of an IPv6 address. */
const groupsOf = (ip: string): string[] => {
  const [head = '', tail] = ip.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...gap, ...right];
};

/**
 * An address as it is kept: `network` leaves out the part that names one connection (IPv4 /24, IPv6 /48).
 * @returns null where nothing is kept, or what was given is no address
 */
export const keptAddress = (given: string, kept: KeptAddress): string | null => {
  if (kept === 'nothing') return null;
  const ip = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(given)?.[1] ?? given.replace(/%.*$/, '');
  if (isIPv4(ip)) return kept === 'whole' ? ip : `${ip.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(ip)) return null;
  return kept === 'whole' ? ip : `${groupsOf(ip).slice(0, 3).join(':')}::/48`;
};
