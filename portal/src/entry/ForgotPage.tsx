import { Link } from 'react-router-dom';
import { forgotPassword } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { EmailRequest } from './EmailRequest';

/** A lost password: a link to set a new one is mailed. */
export const ForgotPage = () => {
  const { t } = useLanguage();
  return (
    <EmailRequest
      title={t('forgot.title')}
      intro={<p>{t('forgot.intro')}</p>}
      submitLabel={t('forgot.send')}
      sentText="forgot.sent"
      request={forgotPassword}
    >
      <Link className="quiet-link" to="/login">
        {t('toLogin')}
      </Link>
    </EmailRequest>
  );
};
