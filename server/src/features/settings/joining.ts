import { isIP } from 'node:net';
import { parse } from 'tldts';
import type { Joining, JoiningProblem, Settings } from '../../../../contract';
import { parseAddress, parseDomain } from '../../kernel';

/** A fault with its path as Strapi's errors have it: `['joining', 'domains', '2', 'domain']`. */
export interface JoiningFault {
  path: string[];
  problem: JoiningProblem;
}

export type DomainVerdict = { kind: 'rule'; rule: string } | { kind: 'refused'; problem: JoiningProblem };

const refused = (problem: JoiningProblem): DomainVerdict => ({ kind: 'refused', problem });

/**
 * Whether strangers may have names below a domain, by the public suffix list (https://publicsuffix.org). Its private part,
 * `github.io` and the like, counts for `*.` rules only: below such a name anybody may be at home, while addresses at the
 * name itself are its owner's.
 */
const isPublic = (domain: string, isWildcard: boolean): boolean =>
  parse(domain, { allowPrivateDomains: isWildcard, validateHostname: false }).publicSuffix === domain;

/** A domain rule as an owner types it, `Example.com` or `*.exämple.com`, in the form it is compared in. */
export const toDomainRule = (typed: string): DomainVerdict => {
  const text = typed.trim();
  const isWildcard = text.startsWith('*.');
  const name = isWildcard ? text.slice(2) : text;
  if (name.includes('*')) return refused('wildcard-misplaced');
  if (isIP(name.replace(/^\[(?:IPv6:)?|\]$/gi, '')) !== 0) return refused('ip-address');
  const domain = parseDomain(name);
  // A suffix of one label, `com`, is no domain of an address; the owner is told why all the same.
  const label = name.toLowerCase();
  if (domain === null)
    return refused(parse(label).isIcann && isPublic(label, false) ? 'public-suffix' : 'not-a-domain');
  if (isPublic(domain, isWildcard)) return refused('public-suffix');
  return { kind: 'rule', rule: isWildcard ? `*.${domain}` : domain };
};

const grantFaults = (
  { accessTypes, resources }: Pick<Joining, 'accessTypes' | 'resources'>,
  settings: Settings,
  path: readonly string[]
): JoiningFault[] => [
  ...accessTypes.flatMap((key, index) =>
    settings.accessTypes.some((type) => type.key === key)
      ? []
      : [{ path: [...path, 'accessTypes', String(index)], problem: 'unknown-access-type' as const }]
  ),
  ...resources.flatMap(({ contentType }, index) =>
    settings.resourceTypes.some((type) => type.contentType === contentType)
      ? []
      : [{ path: [...path, 'resources', String(index), 'contentType'], problem: 'unknown-resource-type' as const }]
  ),
];

export interface TidiedJoining {
  /** The settings with domains and addresses in the form they are compared in. */
  joining: Joining;
  faults: JoiningFault[];
}

/** What the settings say about joining, in its stored form, with everything that is wrong with it. Pure. */
export const tidyJoining = (settings: Settings): TidiedJoining => {
  const { joining } = settings;
  const faults: JoiningFault[] = [];
  const seen = new Set<string>();
  const domains = joining.domains.map((entry, index) => {
    const path = ['joining', 'domains', String(index)];
    const verdict = toDomainRule(entry.domain);
    faults.push(...grantFaults(entry, settings, path));
    const problem = verdict.kind === 'refused' ? verdict.problem : seen.has(verdict.rule) ? 'same-domain-twice' : null;
    if (problem !== null) faults.push({ path: [...path, 'domain'], problem });
    if (verdict.kind === 'refused') return entry;
    seen.add(verdict.rule);
    return { ...entry, domain: verdict.rule };
  });
  const notify = new Map<string, string>();
  for (const [index, typed] of joining.notify.entries()) {
    const parsed = parseAddress(typed);
    if (parsed.kind === 'address') notify.set(parsed.key, parsed.address);
    else faults.push({ path: ['joining', 'notify', String(index)], problem: 'not-an-address' });
  }
  faults.push(...grantFaults(joining, settings, ['joining']));
  return { joining: { ...joining, domains, notify: [...notify.values()] }, faults };
};
