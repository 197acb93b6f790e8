import * as React from 'react';

let open: string | null = null;
const listeners = new Set<() => void>();

const set = (contactId: string | null): void => {
  open = contactId;
  listeners.forEach((listener) => listener());
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens the dialog of a contact in whichever place of the content manager holds it. */
export const openAccessDialog = (contactId: string): void => set(contactId);
export const closeAccessDialog = (): void => set(null);

/** The contact whose dialog is open, or null. */
export const useOpenContact = (): string | null => React.useSyncExternalStore(subscribe, () => open);
