import type { ContactAccess } from '../../../../contract/access';
import type { TextKey } from '../../kernel/translate';

/** Why the key of this access cannot be mailed, as a text to show; null where it can. */
export const sendRefusal = ({ sendsKeyTo, key, state }: ContactAccess): TextKey | null => {
  if (sendsKeyTo === null) return 'key.noAddress';
  if (key === null) return 'key.noKeyToSend';
  if (state === 'closed') return 'key.closedNotSent';
  return null;
};
