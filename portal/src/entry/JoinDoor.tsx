import { Link } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';

/** *Se joindre* (P4), where it is open. */
export const JoinDoor = () => {
  const { t } = useLanguage();
  return (
    <div className="other-door">
      <p>{t('login.noAccess')}</p>
      <Link className="button" to="/join">
        {t('login.join')}
      </Link>
    </div>
  );
};
