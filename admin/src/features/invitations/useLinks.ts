import type { InvitationLink } from '../../../../contract/invitations';
import { labelIn } from '../../../../contract/locales';
import { useLanguage } from '../../kernel/language';
import { bothLoaded, mapLoaded, useData, type Loaded } from '../../kernel/useData';

/** The names of access types and of resource types, by key and by content type; empty for who may not see accesses. */
export type Names = ReadonlyMap<string, string>;

const useNames = (mayReadAccess: boolean): Loaded<Names> => {
  const language = useLanguage();
  const loaded = useData('GetAccessChoices', mayReadAccess ? {} : null);
  const { accessTypes = [], resourceTypes = [] } = loaded.value ?? {};
  const names = new Map([
    ...accessTypes.map(({ key, labels }) => [key, labelIn(labels, language)] as const),
    ...resourceTypes.map(({ contentType, labels }) => [contentType, labelIn(labels, language)] as const),
  ]);
  return { ...loaded, value: mayReadAccess && loaded.value === null ? null : names };
};

export interface Links {
  links: readonly InvitationLink[];
  names: Names;
}

/** Loads the links, and the names of what they give. */
export const useLinks = (mayReadAccess: boolean): Loaded<Links> => {
  const both = bothLoaded(useData('ListInvitationLinks', {}), useNames(mayReadAccess));
  return mapLoaded(both, ([{ links }, names]) => ({ links, names }));
};
