import type { Core } from '@strapi/strapi';

/** What a guest may do with a row. */
export type RowPermission = 'read' | 'update' | 'delete';

export interface RowsInReachOptions {
  /** `read` where nothing is said. */
  readonly permission?: RowPermission;
  /** The `next` of the page before; the first page where nothing is said. */
  readonly after?: string | null;
  /** documentIds a page, 1 to 1000; 100 where nothing is said. */
  readonly limit?: number;
}

export interface RowsPage {
  readonly documentIds: string[];
  /** What to ask for as `after`; null on the last page. */
  readonly next: string | null;
}

/** Who is given something: a guest, or whoever is the guest of a contact, who is made where there is none. */
export type GrantTarget = { readonly guest: string } | { readonly contact: string };

export interface Granted {
  /** Keys of access types. */
  readonly accessTypes?: readonly string[];
  readonly resources?: readonly { readonly contentType: string; readonly documentIds: readonly string[] }[];
}

/** What a site's own code may listen to. Guests and contacts by documentId. */
export interface GuestAccessEvents {
  'contact.deleted': { contactId: string };
  'settings.saved': object;
  'guest.deleted': { guestId: string };
  /** Sessions end: all of the guest's, or those that their key opened. */
  'access.ended': { guestId: string; door: 'key' | null };
  'guest.address-changed': { guestId: string; from: string | null; to: string | null; by: 'guest' | 'editor' | 'undo' };
}

/** What happened, as the plugin's log has it. */
export interface GuestAccessHappening {
  /** Of the log: the same where it is told again. */
  readonly id: number;
  readonly at: Date;
  /** `guest.joined`, `access.saved` …; a minor version may bring new ones. */
  readonly action: string;
  /** documentId of the guest it is about. */
  readonly guest: string | null;
  /** documentId of the contact it is about, where it is about one. */
  readonly contact: string | null;
  /** The row of the site it is about: its content type, and its documentId where it is one row. */
  readonly row: { readonly uid: string; readonly documentId: string | null } | null;
  readonly actor: {
    readonly kind: 'guest' | 'editor' | 'system';
    readonly name: string | null;
    /** Of the guest, or of the user of the admin panel. */
    readonly documentId: string | null;
  };
  /** The network they came from, as much of it as the settings keep. */
  readonly address: string | null;
}

/**
 * The plugin for a site's own code: `strapi.plugin('guest-access').service('access')`. What is here follows semantic versioning.
 * Guests are named by their documentId. Whoever calls is trusted: nothing here asks for a session.
 */
export interface GuestAccess {
  /**
   * The documents of a content type in a guest's reach, in the order of their documentIds, page by page. None for a guest who is
   * closed or unknown, and none of a type that guests are given nothing of. @throws 400 `invalid_query` for a limit out of bounds
   */
  rowsInReach(guest: string, uid: string, options?: RowsInReachOptions): Promise<RowsPage>;
  /** Whether a document is in a guest's reach, in any language. */
  mayRead(guest: string, uid: string, documentId: string): Promise<boolean>;
  /**
   * Runs some work in a guest's name: what it reads and writes by `strapi.documents` and `strapi.db.query`, and what it starts and
   * does not wait for, is under their row security. Raw SQL is not. @throws 404 `not_found` for a guest who is closed or unknown
   */
  asGuest<T>(guest: string, work: () => Promise<T>): Promise<T>;
  /** Runs some work past the row security of the guest whose request, or whose `asGuest`, is running. */
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Gives something beside what is held already, with the checks of the panel; the activity says «system».
   * @throws 404 `not_found`, 400 `invalid_body` for what cannot be given, 403 `access_decides` in the request of an editor who may
   * not give it
   */
  grant(target: GrantTarget, given: Granted): Promise<{ outcome: 'created' | 'extended'; guestId: string }>;
  readonly events: {
    /** Called at `register` or `bootstrap`. A listener runs inside the transaction of what caused it, and undoes it by an error. */
    on<Name extends keyof GuestAccessEvents>(
      name: Name,
      listener: (event: GuestAccessEvents[Name]) => Promise<unknown>
    ): void;
    /**
     * Called at `register` or `bootstrap`, on every instance. The listener is told, outside any transaction and request, what has
     * happened since it was first there, on one instance of the cluster: at least once, also after a crash, one thing after the
     * other, what changes a guest in the order in which it was kept. Where it fails, the same is told again later, and what comes
     * after it waits.
     * @param name its own for good, of small letters, digits and hyphens: where it has come to is kept by it
     * @returns settled once it is kept where the listener begins
     */
    afterCommit(name: string, listener: (happening: GuestAccessHappening) => Promise<unknown>): Promise<void>;
  };
}

declare module '@strapi/types/dist/core/strapi.js' {
  interface Strapi {
    plugin(name: 'guest-access'): { service(name: 'access'): GuestAccess } & Core.Plugin;
    service(uid: 'plugin::guest-access.access'): GuestAccess;
  }
}
