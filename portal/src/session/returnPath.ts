/** Pages one does not come back to after logging in: those of the doors. */
const doorPages: readonly string[] = ['login', 'forgot', 'password', 'join', 'invitation', 'email', 'key', 'preview'];

/**
 * Where to go after logging in: the page of the portal that somebody wanted, as it stands in the state of the history, or the
 * first page. Only ever a path of the portal's own router: what is not plainly one is not followed, whoever wrote it there.
 */
export const returnPath = (state: unknown): string => {
  const wanted = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/';
  const [path = ''] = wanted.split(/[?#]/);
  const segments = path.slice(1).split('/');
  if (segments.includes('.') || segments.includes('..')) return '/';
  return doorPages.includes(segments[0] ?? '') ? '/' : wanted;
};
