import { accessKeyPattern } from '../../../contract/constants';

/**
 * The key in a link's fragment: `none` where there is no fragment at all, `malformed` where it cannot be a key
 * (cut off in a mail, mistyped), so that no call is made for it.
 */
export type KeyInLink =
  { readonly kind: 'none' } | { readonly kind: 'malformed' } | { readonly kind: 'key'; readonly key: string };

export const readKey = (hash: string): KeyInLink => {
  const key = hash.replace(/^#/, '').trim();
  if (key === '') return { kind: 'none' };
  return accessKeyPattern.test(key) ? { kind: 'key', key } : { kind: 'malformed' };
};

/**
 * Reads the key of the address bar and takes it out of the address and of this entry of the history at once: what stays
 * there could be seen over a shoulder, bookmarked, or synchronised to another device.
 */
export const takeKey = (): KeyInLink => {
  const { hash, pathname, search } = window.location;
  const found = readKey(hash);
  if (found.kind !== 'none') window.history.replaceState(window.history.state, '', pathname + search);
  return found;
};
