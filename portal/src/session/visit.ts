/*
 * Remembers that somebody was logged in with this browser, so that a page without session can say "your access is closed"
 * rather than "open your link". Holds no secret and nothing about the person.
 */
const storageKey = 'guest-portal:visited';

export const rememberVisit = (): void => {
  try {
    localStorage.setItem(storageKey, 'yes');
  } catch {
    // A browser that keeps nothing: the other page is shown, which also says what to do.
  }
};

export const forgetVisit = (): void => {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // As above.
  }
};

export const wasHere = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
};
