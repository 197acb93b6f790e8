import * as React from 'react';

/**
 * For a window that is opened without a trigger of its own: as it closes, the focus goes back to what had it before, or
 * to the first button of that section where it is gone (the row was removed).
 */
export const useFocusReturn = (): ((event: Event) => void) => {
  const [origin] = React.useState(() => {
    const element = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    return { element, section: element?.closest('section') ?? null };
  });
  return (event) => {
    event.preventDefault();
    const { element, section } = origin;
    (element?.isConnected ? element : section?.querySelector('button'))?.focus();
  };
};
