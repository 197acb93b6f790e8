import * as React from 'react';
import { labelIn, type ContentTypeChoice, type ResourceType } from '../../../../contract';
import { useLanguage } from '../../kernel/language';

/** What the parts of the settings page know of the site, and whether the reader may change anything. */
export interface Site {
  contentTypes: readonly ContentTypeChoice[];
  /** As they stand on the page, saved or not. */
  resourceTypes: readonly ResourceType[];
  mayEdit: boolean;
  /** Whether the reader may let somebody in and show guests more; taking away takes no more than `mayEdit`. */
  mayOpen: boolean;
}

const SiteContext = React.createContext<Site>({ contentTypes: [], resourceTypes: [], mayEdit: false, mayOpen: false });

export const SiteProvider = SiteContext.Provider;

export const useSite = () => React.useContext(SiteContext);

/** Names for people: of a content type (its uid where it is gone), and of a resource type. */
export const useNames = () => {
  const { contentTypes, resourceTypes } = useSite();
  const language = useLanguage();
  return React.useMemo(() => {
    const contentType = (uid: string): string => contentTypes.find((one) => one.uid === uid)?.displayName ?? uid;
    const resourceType = (uid: string): string => {
      const found = resourceTypes.find((one) => one.contentType === uid);
      return found === undefined ? contentType(uid) : labelIn(found.labels, language);
    };
    return { contentType, resourceType };
  }, [contentTypes, resourceTypes, language]);
};
