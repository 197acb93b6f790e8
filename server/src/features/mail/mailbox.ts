import { getDomain, getDomainWithoutSuffix } from 'tldts';
import type { Address } from '../../kernel';

/**
 * Hosts that put more than a tag into one mailbox. Sources: Gmail's help (dots do not matter in gmail.com, and googlemail.com
 * is the same host; at a company's own domain they do matter); Proton's («dots, hyphens and underscores are ignored», one name
 * at all its domains); Yahoo's disposable addresses (`name-tag`); Fastmail's subdomain addressing (`anything@name.fastmail.com`).
 */
const gmail = new Set(['gmail.com', 'googlemail.com']);
const proton = new Set(['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me']);
const fastmail = new Set(['fastmail.com', 'fastmail.fm']);
const yahoo = new Set(['yahoo', 'ymail', 'rocketmail', 'myyahoo']);

/** What stands before the first of some marks, or all of it where nothing does. */
const before = (marks: RegExp, local: string): string => {
  const at = local.search(marks);
  return at > 0 ? local.slice(0, at) : local;
};

/** The domain that somebody registered (https://publicsuffix.org): all names below it count as one host's. */
export const hostOf = (domain: string): string => getDomain(domain, { validateHostname: false }) ?? domain;

/**
 * The mailbox that an address most likely ends in, to count by and for nothing else: whom we write to, and who somebody is,
 * hang on the whole address. Tags are cut at `+` everywhere (RFC 5233); a host where `+` means nothing shares a count with a
 * neighbour at worst.
 */
export const mailboxOf = ({ key, domain }: Pick<Address, 'key' | 'domain'>): string => {
  const local = before(/\+/, key.slice(0, key.lastIndexOf('@')));
  if (gmail.has(domain)) return `${local.replaceAll('.', '')}@gmail.com`;
  if (proton.has(domain)) return `${local.replace(/[._-]/g, '')}@proton.me`;
  if (yahoo.has(getDomainWithoutSuffix(domain) ?? '')) return `${before(/-/, local)}@${domain}`;
  const host = hostOf(domain);
  if (fastmail.has(host) && domain !== host)
    return `${domain
      .slice(0, -host.length - 1)
      .split('.')
      .at(-1)}@${host}`;
  return `${local}@${domain}`;
};
