/**
 * The secret in a link's fragment: `none` where there is no fragment at all, `malformed` where it cannot be one of the
 * wanted form (cut off in a mail, mistyped, of another kind), so that no call is made for it.
 */
export type SecretInLink =
  { readonly kind: 'none' } | { readonly kind: 'malformed' } | { readonly kind: 'secret'; readonly secret: string };

export const readSecret = (fragment: string, pattern: RegExp): SecretInLink => {
  const secret = fragment.replace(/^#/, '').trim();
  if (secret === '') return { kind: 'none' };
  return pattern.test(secret) ? { kind: 'secret', secret } : { kind: 'malformed' };
};

/**
 * Reads the fragment of the address bar and takes it out of the address and of this entry of the history at once: a key
 * that stays there could be seen over a shoulder, bookmarked, or synchronised to another device.
 */
export const takeFragment = (): string => {
  const { hash, pathname, search } = window.location;
  if (hash !== '') window.history.replaceState(window.history.state, '', pathname + search);
  return hash;
};
