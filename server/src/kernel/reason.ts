const reasonMax = 200;

/**
 * An error in a few words for a row and the log: on one line, without addresses of pages, of people, and without
 * anything that looks like a secret, since a mail server may quote what it refuses.
 */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\bhttps?:\S+/gi, '[link]')
    .replace(/\S+@\S+/g, '[address]')
    .replace(/\b[a-z]{3}_[0-9A-Za-z]{8,}/g, '[secret]')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, reasonMax);
