import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 47.99rem)');

const subscribe = (onChange: () => void): (() => void) => {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
};

/** Whether the window is too narrow for a table. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
