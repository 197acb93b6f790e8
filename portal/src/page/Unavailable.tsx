import { useLanguage } from '../language/LanguageProvider';
import { Card } from './Card';

/** The site did not answer, or answered that it cannot now. */
export const Unavailable = ({ retry }: { readonly retry: () => void }) => {
  const { t } = useLanguage();
  return (
    <Card title={t('unavailable.title')}>
      <p>{t('unavailable.text')}</p>
      <button type="button" className="button primary" onClick={retry}>
        {t('retry')}
      </button>
    </Card>
  );
};
