import { domainToASCII, domainToUnicode } from 'node:url';
import { addressFault, cleanAddress, type AddressFault } from '../../../contract';

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

/** RFC 5321, 4.5.3.1: the longest path without its brackets, in octets. */
const addressOctetsMax = 254;
const domainOctetsMax = 253;

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

/** What a person may type of a domain: letters of any script, digits, hyphens, dots. */
const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;
const ascii = /^[\x21-\x7e]*$/;

/**
 * A domain as it is compared: in lower case, international names as A-labels. Null where it is none, and where the name's
 * signs would be turned into others on the way: full-width letters, a soft hyphen, ℯ for e. One that is typed is one that is meant.
 */
const toDomain = (typed: string): string | null => {
  const text = typed.normalize('NFC').toLowerCase();
  if (ascii.test(text)) return ascii.test(typed) && isDomain(text) ? text : null;
  const domain = typedDomain.test(text) ? domainToASCII(text) : '';
  return isDomain(domain) && domainToUnicode(domain) === text ? domain : null;
};

/**
 * The product's one parser of e-mail addresses. What a paste brings along is taken away (`cleanAddress`): spaces around it, a
 * name before it. Then it accepts `local@domain` and nothing else: no quoted text, comments, lists, encoded words, address
 * literals, routes; before the @ plain ASCII, after it an international name too, which it gives as A-labels.
 * It is stricter than RFC 5322 on purpose: what every mailer reads in the same way cannot be sent to somebody else.
 * Whether a domain may come in is asked of `domain` as a member of a set, never by its ending.
 */
export const parseAddress = (input: unknown): ParsedAddress => {
  if (typeof input !== 'string') return refused('not-text');
  if (Buffer.byteLength(input) > addressOctetsMax) return refused('too-long');
  const text = cleanAddress(input);
  const fault = addressFault(text);
  if (fault !== null) return refused(fault);
  const [local = '', named = ''] = text.split('@');
  const domain = toDomain(named);
  if (domain === null) return refused('domain');
  const address = `${local}@${domain}`;
  if (address.length > addressOctetsMax) return refused('too-long');
  return { kind: 'address', address, key: address.toLowerCase(), domain };
};

/**
 * A domain as the domain of a parsed address would be: in lower case, international names as A-labels. Null where no
 * address that `parseAddress` accepts could have it.
 */
export const parseDomain = (typed: string): string | null => toDomain(cleanAddress(typed));

/** Scripts that a whole domain may be written in for people. One sign of another, and it is shown as its A-labels. */
const scripts = [
  // Without the dotless i and j, which are taken for i and j.
  /^(?!.*[ıȷ])[\p{Script=Latin}\d.-]+$/u,
  /^[\p{Script=Cyrillic}\d.-]+$/u,
  /^[\p{Script=Greek}\d.-]+$/u,
  /^[\p{Script=Arabic}\d.-]+$/u,
  /^[\p{Script=Hebrew}\d.-]+$/u,
  /^[\p{Script=Hangul}\d.-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d.-]+$/u,
];

/**
 * A domain, or a rule for domains, as people read it: `société.fr` for `xn--socit-esab.fr`. A name that mixes scripts could look
 * like another (`аррӏе.com`), and stays as its A-labels.
 */
export const readableDomain = (domain: string): string => {
  const [, wildcard = '', name = ''] = /^(\*\.)?(.*)$/.exec(domain) ?? [];
  const text = domainToUnicode(name);
  return text !== '' && scripts.some((script) => script.test(text)) && toDomain(text) === name
    ? `${wildcard}${text}`
    : domain;
};

/** A stored address as people read it. */
export const readableAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at + 1)}${readableDomain(address.slice(at + 1))}`;
};

/** Whether a rule admits a domain: `example.com` itself alone, `*.example.com` every domain below it. Both as A-labels. */
export const isOfDomain = (domain: string, rule: string): boolean =>
  rule.startsWith('*.') ? domain.endsWith(rule.slice(1)) : domain === rule;
