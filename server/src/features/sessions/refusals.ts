import type { Strapi } from '../../kernel';
import { notice } from '../activity';
import type { GuestRow } from '../guests';

/** Attempts from one place at one account are one line within it, and one more that says how many they were. */
const everyMs = 10 * 60_000;

/** Notes that somebody was not let in; null where they came as nobody that there is. */
export const noteRefusal = (strapi: Strapi, guest: Pick<GuestRow, 'documentId'> | null): void =>
  notice(strapi, {
    action: 'entrance.refused',
    guest: guest && guest.documentId,
    actor: { kind: 'system', name: null },
    everyMs,
    counts: true,
  });
