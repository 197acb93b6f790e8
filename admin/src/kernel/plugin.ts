/** The plugin's id: prefix of its addresses, translations and permissions. */
export const pluginId = 'guest-access';

/** Where the panel shows the address book. */
export const contactsPath = `plugins/${pluginId}`;

/** The content type whose rows get the action and the column in the content manager. */
export const contactUid = 'plugin::guest-access.contact';

/** Where the panel shows the imports; one of them, or a new one, below. */
export const importsPath = `${contactsPath}/imports`;

/** Where the panel shows the guests, and one of them. */
export const guestsPath = `${contactsPath}/guests`;
export const guestPath = (guestId: string): string => `/${guestsPath}/${guestId}`;

/** Where the panel shows the guest access trail, and what it says of one row. */
export const trailPath = `${contactsPath}/trail`;
export const trailOfRow = (contentType: string, rowId: string): string =>
  `/${trailPath}?${new URLSearchParams({ type: contentType, row: rowId }).toString()}`;

/** Where the panel shows contacts that may be there twice. */
export const duplicatesPath = `${contactsPath}/duplicates`;
