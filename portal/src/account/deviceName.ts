import type { Login } from '../api/guestAccess';
import type { MessageValues } from '../language/message';
import type { MessageKey } from '../language/translations';

/** "Firefox sur Windows", as far as it is known. */
export const deviceName = (
  { browser, system }: Login['device'],
  t: (key: MessageKey, values?: MessageValues) => string
): string => {
  if (browser !== null && system !== null) return t('sessions.device', { browser, system });
  return browser ?? system ?? t('sessions.unknownDevice');
};
