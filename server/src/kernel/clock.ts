/** Where every instant of the product comes from. */
export const now = (): Date => new Date();

/** Whether there is a time zone of this name, an IANA one: `Europe/Paris`. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
