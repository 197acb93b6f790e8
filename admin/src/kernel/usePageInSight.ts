import * as React from 'react';

const subscribe = (onChange: () => void): (() => void) => {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
};

/** Whether the panel's page is in sight: its tab is the shown one. The panel's RTK Query cannot leave out hidden pages by itself. */
export const usePageInSight = (): boolean => React.useSyncExternalStore(subscribe, () => !document.hidden);
