/**
 * The secret in a link's fragment: `none` where there is no fragment at all, `malformed` where nothing in it can be one of the
 * wanted form (cut off in a mail, mistyped, of another kind), so that no call is made for it.
 */
export type SecretInLink =
  { readonly kind: 'none' } | { readonly kind: 'malformed' } | { readonly kind: 'secret'; readonly secret: string };

/** Undoes each escape by itself, so that a broken one beside it hides nothing; and again, since some escape what is escaped. */
const decoded = (text: string, rounds = 3): string => {
  const once = text
    .replace(/%(?:25)+/g, '%')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return rounds > 1 && once !== text ? decoded(once, rounds - 1) : once;
};

const wordsOf = (text: string): string[] => text.split(/[^0-9A-Za-z_]+/).map((word) => word.replace(/^_+|_+$/g, ''));

/**
 * The first secret of a form in a text, wherever it stands: what mails, chats and people put around it (a dot, a bracket, a
 * space, a tracking parameter) is no part of it. A secret that was broken in two lines is put together.
 * @param pattern of a whole secret
 */
export const findSecret = (text: string, pattern: RegExp): string | null => {
  const plain = decoded(text);
  const joined = plain.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');
  return [...wordsOf(plain), ...wordsOf(joined)].find((word) => pattern.test(word)) ?? null;
};

export const readSecret = (fragment: string, pattern: RegExp): SecretInLink => {
  if (decoded(fragment).replace(/^#+/, '').trim() === '') return { kind: 'none' };
  const secret = findSecret(fragment, pattern);
  return secret === null ? { kind: 'malformed' } : { kind: 'secret', secret };
};

const anySecret = /(?:^|[^0-9A-Za-z])g[a-z]{2}_[0-9A-Za-z]{36}(?![0-9A-Za-z])/;

/** What of an address says where one is, and what holds the secret: `#…`, or whatever stands from an escaped `#` or the secret on. */
export const splitAddress = ({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): { readonly path: string; readonly fragment: string } => {
  if (!anySecret.test(decoded(pathname + search))) return { path: pathname + search, fragment: hash };
  const [path = '', ...rest] = pathname.split(/%(?:25)*23/i);
  const segments = path.split('/');
  const holds = segments.findIndex((segment) => anySecret.test(decoded(segment)));
  const kept = (holds < 0 ? segments : segments.slice(0, holds)).join('/');
  return {
    path: kept || '/',
    fragment: `#${[...rest, ...segments.slice(kept.split('/').length), search, hash].join(' ')}`,
  };
};

/**
 * Takes the secret out of the address bar and of this entry of the history at once, wherever it stood: a key that stays there
 * could be seen over a shoulder, bookmarked, or synchronised to another device.
 */
export const takeFragment = (): string => {
  const { path, fragment } = splitAddress(window.location);
  const { pathname, search, hash } = window.location;
  if (path + fragment !== pathname + search || hash !== '') window.history.replaceState(window.history.state, '', path);
  return fragment;
};
