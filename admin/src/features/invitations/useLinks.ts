import * as React from 'react';
import type { InvitationLink } from '../../../../contract/invitations';
import { labelIn, type Locale } from '../../../../contract/locales';
import { callApi } from '../../kernel/api';
import { useLoaded } from '../../kernel/loaded';

/** The names of access types and of resource types, by key and by content type; empty for who may not see accesses. */
export type Names = ReadonlyMap<string, string>;

const loadNames = async (language: Locale, signal: AbortSignal): Promise<Names> => {
  const { accessTypes, resourceTypes } = await callApi('GetAccessChoices', { signal });
  return new Map([
    ...accessTypes.map(({ key, labels }) => [key, labelIn(labels, language)] as const),
    ...resourceTypes.map(({ contentType, labels }) => [contentType, labelIn(labels, language)] as const),
  ]);
};

export interface Links {
  links: readonly InvitationLink[];
  names: Names;
}

/** Loads the links, and the names of what they give. */
export const useLinks = (language: Locale, mayReadAccess: boolean) =>
  useLoaded(
    React.useCallback(
      async (signal: AbortSignal): Promise<Links> => {
        const [{ links }, names] = await Promise.all([
          callApi('ListInvitationLinks', { signal }),
          mayReadAccess ? loadNames(language, signal) : new Map<string, string>(),
        ]);
        return { links, names };
      },
      [language, mayReadAccess]
    )
  );
