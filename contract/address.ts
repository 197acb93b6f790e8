/*
 * What can be said of an e-mail address where it is typed, without any list of domains. The server's parser
 * (`server/src/kernel/address.ts`) asks the same first, and decides. This file imports nothing, so that every side can take it.
 */

/** Why an address is refused; for the person who typed it, in the words of the translations. */
export type AddressFault = 'not-text' | 'too-long' | PlainAddressFault;
/** What a page can tell by itself. */
export type PlainAddressFault = 'no-at' | 'several' | 'space' | 'local-part' | 'domain';

/** What a paste brings along at the ends: spaces of all kinds but line breaks, and marks that take no room. */
const edge = '[ \\t\\u00a0\\u2000-\\u200b\\u200e\\u200f\\u202a-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u3000\\ufeff]+';
const edges = new RegExp(`^${edge}|${edge}$`, 'g');
/** `Zoé Dupont <zoe@example.com>`, as mail programs copy it. The name says nothing of where a mail goes. */
const named = /^[^<>@\p{Cc}]*<([^<>]*)>$/u;

/** The address in what was typed or pasted: without a name before it, and without spaces around it. */
export const cleanAddress = (typed: string): string => {
  const text = typed.replace(edges, '');
  return (named.exec(text)?.[1] ?? text).replace(edges, '');
};

/** RFC 5322's atoms without `!`, `%`, `=`, `?` and the back quote: those carry routes and encoded words into other mailers. */
const atoms = /^[A-Za-z0-9#$&'*+/^_{|}~-]+(?:\.[A-Za-z0-9#$&'*+/^_{|}~-]+)*$/;
/** RFC 5321, 4.5.3.1: the longest local part, in octets. */
const localPartMax = 64;
/** Labels of letters of any script; which of them are a domain, the server says. */
const domainLike = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*)(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/** What is wrong with an address as `cleanAddress` gives it, as far as a page can tell; null where nothing is. */
export const addressFault = (address: string): PlainAddressFault | null => {
  const [local = '', domain, ...more] = address.split('@');
  if (domain === undefined) return 'no-at';
  if (/\s/u.test(address)) return 'space';
  if (more.length > 0) return 'several';
  if (local.length > localPartMax || !atoms.test(local)) return 'local-part';
  return domainLike.test(domain) ? null : 'domain';
};
