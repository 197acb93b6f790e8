import { Link } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from './Card';

/** A page or a row that does not exist, or is not shared: the two look the same on purpose. */
export const Missing = () => {
  const { t } = useLanguage();
  return (
    <Card title={t('missing.title')}>
      <p>{t('missing.text')}</p>
      <Link className="button" to="/">
        {t('missing.home')}
      </Link>
    </Card>
  );
};
