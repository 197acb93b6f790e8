import { useTranslate } from '../../../kernel/translate';

/** The placeholders that have a name for people. */
const named = [
  'guestName',
  'guestAddress',
  'siteName',
  'link',
  'expiresAt',
  'senderName',
  'inviterName',
  'login',
  'at',
  'newAddress',
  'linkName',
] as const;

/** What a placeholder stands for, in the reader's words. */
export const useVariableName = (): ((name: string) => string) => {
  const translate = useTranslate();
  return (name) => {
    const known = named.find((one) => one === name);
    return known === undefined ? name : translate(`settings.variable.${known}`);
  };
};
