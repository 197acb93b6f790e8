import * as React from 'react';

/** The browser asks before the page is left or loaded anew, as long as something would be lost. */
export const useLeaveWarning = (isDirty: boolean): void => {
  React.useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
};
