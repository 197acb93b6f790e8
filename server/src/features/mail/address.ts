import { domainToASCII } from 'node:url';

const octetsMax = 254;
const localOctetsMax = 64;
/** Of RFC 5322's `atext` without `=`, `?`, `%` and `!`, which relays and encoded words give a meaning of their own. */
const localPart = /^[A-Za-z0-9#$&'*+/^_`{|}~-]+(\.[A-Za-z0-9#$&'*+/^_`{|}~-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The domain in lower case and A-labels, or null where it is none: two labels at least, no literal, no trailing dot. */
const canonicalDomain = (text: string): string | null => {
  // Before UTS 46 maps full-width dots and soft hyphens away: only letters, digits, hyphens, plain dots may come in.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return null;
  const domain = domainToASCII(text);
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((one) => label.test(one))) return null;
  return /^\d+$/.test(labels[labels.length - 1] ?? '') ? null : domain;
};

/**
 * The one form in which an address is kept and written to: `local@domain` in plain ASCII, the domain in lower case and
 * A-labels, 254 octets at most. Null for everything else; quotes, comments, lists and routes are refused, since mail
 * software disagrees on where such an address leads.
 */
export const canonicalAddress = (input: unknown): string | null => {
  if (typeof input !== 'string' || Buffer.byteLength(input) > 4 * octetsMax) return null;
  const parts = input.replace(/^[ \t]+|[ \t]+$/g, '').split('@');
  const [local, written] = parts;
  if (parts.length !== 2 || local === undefined || written === undefined) return null;
  if (local.length > localOctetsMax || !localPart.test(local)) return null;
  const domain = canonicalDomain(written);
  if (domain === null) return null;
  const address = `${local}@${domain}`;
  return address.length <= octetsMax ? address : null;
};

/** By which two canonical addresses are the same. */
export const addressKey = (address: string): string => address.toLowerCase();
