/** First words below the portal's path that are pages of their own. */
const reservedWords: readonly string[] = [
  'key',
  'preview',
  'login',
  'forgot',
  'password',
  'join',
  'invitation',
  'email',
  'profile',
  'sessions',
  'colleagues',
];

/** A section is addressed by its key; one that has the name of a page gets a `~` before it, which no key begins with. */
const segment = (key: string): string => encodeURIComponent(reservedWords.includes(key) ? `~${key}` : key);

export const sectionKeyOf = (param: string): string => param.replace(/^~/, '');

export const sectionPath = (key: string): string => `/${segment(key)}`;
export const rowPath = (key: string, documentId: string): string =>
  `/${segment(key)}/${encodeURIComponent(documentId)}`;
export const createPath = (key: string): string => `/${segment(key)}/new`;

export const colleaguesPath = '/colleagues';

/** What an address says of the content's language; nothing for the default one. */
export const localeSearch = (locale: string | null): string =>
  locale === null ? '' : `?${new URLSearchParams({ locale }).toString()}`;
