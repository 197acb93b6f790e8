import { letsIn, type ContactAccess } from '../../../../contract/contact-access';
import type { TextKey } from '../../kernel/translate';

/** Why the key of this access cannot be mailed, as a text to show; null where it can. */
export const sendRefusal = ({
  sendsKeyTo,
  key,
  state,
}: Pick<ContactAccess, 'sendsKeyTo' | 'key' | 'state'>): TextKey | null => {
  if (sendsKeyTo === null) return 'key.noAddress';
  if (key === null) return 'key.noKeyToSend';
  if (!letsIn(state)) return 'key.closedNotSent';
  return null;
};
