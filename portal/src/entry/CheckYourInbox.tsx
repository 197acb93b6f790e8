import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { Card } from '../page/Card';

interface CheckYourInboxProps {
  readonly title?: MessageKey;
  readonly text: MessageKey;
  /** Where the mail goes; left out where the page does not know. */
  readonly email?: string;
  readonly again?: () => void;
}

/** What was asked goes on in a mail. Says nothing of whether the address is somebody's: the page does not know. */
export const CheckYourInbox = ({ title = 'mail.title', text, email = '', again }: CheckYourInboxProps) => {
  const { t } = useLanguage();
  return (
    <Card title={t(title)}>
      <p>{t(text, { email })}</p>
      <p className="hint">{t('mail.spam')}</p>
      {again !== undefined && (
        // The second click of a double one, on the button that asked, would ask again.
        <button type="button" className="button" onClick={({ detail }) => detail < 2 && again()}>
          {t('mail.again')}
        </button>
      )}
    </Card>
  );
};
