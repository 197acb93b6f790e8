import type { Strapi } from '../strapi';

/**
 * What an earlier feature has to cause in a later one. A listener runs inside the transaction of what caused it: it
 * happens with it or not at all.
 */
export interface Events {
  /** Told before the contact is gone, so that what points at it can still be found. */
  'contact.deleted': { contactId: string };
  /** The settings were saved: what was compiled from the old ones is stale. */
  'settings.saved': object;
  /** A guest goes away for good: their keys and sessions with them. */
  'guest.deleted': { guestId: string };
  /** A guest's sessions end: all of them, or those that one door opened; all but `except`, where it is given. */
  'access.ended': { guestId: string; door: 'key' | null; except?: number };
  /** A guest's key has another last moment, in milliseconds since 1970; null for none. */
  'key.prolonged': { guestId: string; until: number | null };
  /**
   * A guest's address is another one now; both in their canonical form, null where there was or is none. `by` whom: the guest,
   * an editor, or whoever reads the former address and took a change of the guest's back.
   */
  'guest.address-changed': { guestId: string; from: string | null; to: string | null; by: 'guest' | 'editor' | 'undo' };
  /** A change of a guest's address was taken back: whatever was handed to the other address opens nothing any more. */
  'guest.address-undone': { guestId: string };
  /** A guest is to be asked by mail to set their password: a new one, or one who lost the first mail. */
  'guest.invited': { guestId: string; senderName: string | null };
  /** A guest has written a row of the site's content. */
  'row.written': { guestId: string; uid: string; documentId: string | null; action: 'create' | 'update' | 'delete' };
}

type Listener<Name extends keyof Events> = (event: Events[Name]) => Promise<unknown>;
type Listeners = { [Name in keyof Events]: Listener<Name>[] };

const known = new WeakMap<Strapi, Listeners>();

const listenersOf = (strapi: Strapi): Listeners => {
  const listeners = known.get(strapi) ?? {
    'contact.deleted': [],
    'settings.saved': [],
    'guest.deleted': [],
    'access.ended': [],
    'key.prolonged': [],
    'guest.address-changed': [],
    'guest.address-undone': [],
    'guest.invited': [],
    'row.written': [],
  };
  known.set(strapi, listeners);
  return listeners;
};

/** Called at register. */
export const on = <Name extends keyof Events>(strapi: Strapi, name: Name, listener: Listener<Name>): void => {
  listenersOf(strapi)[name].push(listener);
};

export const emit = async <Name extends keyof Events>(
  strapi: Strapi,
  name: Name,
  event: Events[Name]
): Promise<void> => {
  for (const listener of listenersOf(strapi)[name]) await listener(event);
};
