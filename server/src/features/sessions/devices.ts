import { parse } from 'bowser';

/** What a session's owner knows it by: `Firefox`, `Windows`; null where a program says nothing that is known. */
export const deviceOf = (userAgent: string | null): { browser: string | null; system: string | null } => {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
};
