import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<boolean>();

/**
 * Runs what the plugin itself has to read or write in a guest's request, without the guest's row filter. Nothing else
 * may; a site's own code that means it calls the service `guest-access.scope`.
 */
export const asSystem = <T>(work: () => Promise<T>): Promise<T> => storage.run(true, work);

/** Inside `asSystem`: back in the caller's name, under their row filter. */
export const asCaller = <T>(work: () => Promise<T>): Promise<T> => storage.run(false, work);

export const isSystem = (): boolean => storage.getStore() === true;
