import { domainToASCII, domainToUnicode } from 'node:url';

/** Why an address is refused; for the person who typed it, in the words of the translations. */
export const addressFaults = ['not-text', 'too-long', 'not-ascii', 'not-one-at', 'local-part', 'domain'] as const;
export type AddressFault = (typeof addressFaults)[number];

export type ParsedAddress =
  | {
      readonly kind: 'address';
      /** What mail is sent to: the local part as typed, the domain in lower case. */
      readonly address: string;
      /** What two addresses are compared by: all of it in lower case. */
      readonly key: string;
      /** In lower case, international names as A-labels. */
      readonly domain: string;
    }
  | { readonly kind: 'refused'; readonly reason: AddressFault };

/** One that the parser takes. */
export type Address = Extract<ParsedAddress, { kind: 'address' }>;

/** RFC 5321, 4.5.3.1: the longest path without its brackets, and the longest local part, in octets. */
const addressOctetsMax = 254;
const localPartOctetsMax = 64;
const domainOctetsMax = 253;

/** RFC 5322's atoms without `!`, `%`, `=`, `?` and the back quote: those carry routes and encoded words into other mailers. */
const atoms = /^[A-Za-z0-9#$&'*+/^_{|}~-]+(?:\.[A-Za-z0-9#$&'*+/^_{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const refused = (reason: AddressFault): ParsedAddress => ({ kind: 'refused', reason });

/** An A-label is one that comes back from its own Unicode form: anything else is malformed punycode. */
const survivesUnicode = (domain: string): boolean =>
  !domain.includes('xn--') || domainToASCII(domainToUnicode(domain)) === domain;

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.');
  return (
    domain.length <= domainOctetsMax &&
    labels.length >= 2 &&
    labels.every((one) => label.test(one)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? '') &&
    survivesUnicode(domain)
  );
};

/**
 * The product's one parser of e-mail addresses. It accepts `local@domain` in plain ASCII and nothing else: no quoted
 * text, comments, lists, display names, encoded words, address literals, routes. Spaces and tabs around it are dropped.
 * It is stricter than RFC 5322 on purpose: what every mailer reads in the same way cannot be sent to somebody else.
 * Whether a domain may come in is asked of `domain` as a member of a set, never by its ending.
 */
export const parseAddress = (input: unknown): ParsedAddress => {
  if (typeof input !== 'string') return refused('not-text');
  if (Buffer.byteLength(input) > addressOctetsMax) return refused('too-long');
  const text = input.replace(/^[ \t]+|[ \t]+$/g, '');
  if (!/^[\x21-\x7e]*$/.test(text)) return refused('not-ascii');
  const [local = '', typedDomain, ...more] = text.split('@');
  if (typedDomain === undefined || more.length > 0) return refused('not-one-at');
  if (local.length > localPartOctetsMax || !atoms.test(local)) return refused('local-part');
  const domain = typedDomain.toLowerCase();
  if (!isDomain(domain)) return refused('domain');
  return { kind: 'address', address: `${local}@${domain}`, key: `${local.toLowerCase()}@${domain}`, domain };
};

/** What an owner may type of a domain: letters of any script, digits, hyphens, dots. */
const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * A domain as the domain of a parsed address would be: in lower case, international names as A-labels. Null where no
 * address that `parseAddress` accepts could have it.
 */
export const parseDomain = (typed: string): string | null => {
  const text = typed.trim();
  if (!typedDomain.test(text)) return null;
  // Only where it has to be: it would also read addresses of hosts.
  const domain = /^[\x21-\x7e]*$/.test(text) ? text.toLowerCase() : domainToASCII(text);
  return isDomain(domain) ? domain : null;
};

/** Whether a rule admits a domain: `example.com` itself alone, `*.example.com` every domain below it. Both as A-labels. */
export const isOfDomain = (domain: string, rule: string): boolean =>
  rule.startsWith('*.') ? domain.endsWith(rule.slice(1)) : domain === rule;
