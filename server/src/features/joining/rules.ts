import type { Joining } from '../../../../contract';
import { isOfDomain } from '../../kernel';
import type { GivenGrants } from '../guests';

/** Everything that several entries give, once. */
export const mergeGrants = (all: readonly GivenGrants[]): GivenGrants => {
  const resources = new Map<string, Set<string>>();
  for (const { contentType, documentIds } of all.flatMap((one) => one.resources)) {
    const ids = resources.get(contentType) ?? new Set<string>();
    for (const id of documentIds) ids.add(id);
    resources.set(contentType, ids);
  }
  return {
    resources: [...resources].map(([contentType, ids]) => ({ contentType, documentIds: [...ids] })),
    accessTypes: [...new Set(all.flatMap((one) => one.accessTypes))],
  };
};

/**
 * What the settings give to somebody of a domain (an A-label form, as `parseAddress` answers it); null where they may not
 * join. Where everybody may, the list of domains is not asked.
 */
export const grantsByDomain = (joining: Joining, domain: string): GivenGrants | null => {
  if (joining.mode === 'nobody') return null;
  if (joining.mode === 'any') return mergeGrants([joining]);
  const entries = joining.domains.filter((entry) => isOfDomain(domain, entry.domain));
  return entries.length === 0 ? null : mergeGrants([joining, ...entries]);
};
