import type { Strapi } from './strapi';

/**
 * What an earlier feature has to cause in a later one. A listener runs inside the transaction of what caused it: it
 * happens with it or not at all.
 */
export interface Events {
  'contact.deleted': { contactId: string };
  /** The settings were saved: what was compiled from the old ones is stale. */
  'settings.saved': object;
}

type Listener<Name extends keyof Events> = (strapi: Strapi, event: Events[Name]) => Promise<void>;
type Listeners = { [Name in keyof Events]: Listener<Name>[] };

const listeners: Listeners = { 'contact.deleted': [], 'settings.saved': [] };

export const on = <Name extends keyof Events>(name: Name, listener: Listener<Name>): void => {
  listeners[name].push(listener);
};

export const emit = async <Name extends keyof Events>(
  strapi: Strapi,
  name: Name,
  event: Events[Name]
): Promise<void> => {
  for (const listener of listeners[name]) await listener(strapi, event);
};
