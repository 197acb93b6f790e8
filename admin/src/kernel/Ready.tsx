import * as React from 'react';
import { followOtherWindows } from './api';
import { pluginId } from './plugin';
import { useAllowed } from './permissions';

let mayReadAccess = false;

/** Whether the reader may see accesses, for what must know it at once; known from before the panel is shown. */
export const isAccessShown = (): boolean => mayReadAccess;

/**
 * Asks for switches and permissions before the panel is shown: the content manager's column hook is synchronous and
 * cannot wait for them. Strapi shows its loading page until `setPlugin` is called.
 */
export const Ready = ({ setPlugin }: { setPlugin: (pluginId: string) => void }) => {
  const { may, isLoading } = useAllowed();
  React.useEffect(() => {
    if (isLoading) return;
    mayReadAccess = may('access.read');
    followOtherWindows();
    setPlugin(pluginId);
  }, [isLoading, may, setPlugin]);
  return null;
};
