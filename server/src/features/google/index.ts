import type { Feature } from '../../kernel';
import { attemptTable, purgeAttempts } from './attempts';
import { endpoints } from './endpoints';

/** Contacts out of Google, by consent (OAuth with PKCE): read once, and an import like any other from there on. */
export const google: Feature = {
  name: 'google',
  tables: [attemptTable],
  schedules: [
    { name: 'google.purge', slots: { hour: 4, minute: 41 }, missed: 'skip', run: (strapi) => purgeAttempts(strapi) },
  ],
  endpoints,
};
