import * as React from 'react';

/** What had the focus. An entry of a menu is gone as soon as it is chosen: there it is the button that opened the menu. */
const focused = (): HTMLElement | null => {
  const element = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const opener = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return opener ? document.getElementById(opener) : element;
};

/**
 * For a window that is opened without a trigger of its own: as it closes, the focus goes back to what had it before, or
 * to the first button of that section where it is gone (the row was removed).
 */
export const useFocusReturn = (): ((event: Event) => void) => {
  const [origin] = React.useState(() => {
    const element = focused();
    return { element, section: element?.closest('section, main') ?? null };
  });
  return (event) => {
    event.preventDefault();
    const { element, section } = origin;
    (element?.isConnected ? element : section?.querySelector('button'))?.focus();
  };
};
