import type { ContactAccess } from '../../../../contract/access';
import type { TextKey } from '../../kernel/translate';

/** Why the key of this access cannot be mailed, as a text to show; null where it can. */
export const sendRefusal = ({ contact, key, state }: ContactAccess): TextKey | null => {
  if (contact.email === null || contact.email === '') return 'key.noAddress';
  if (key === null) return 'key.noKeyToSend';
  if (state === 'closed') return 'key.closedNotSent';
  return null;
};
