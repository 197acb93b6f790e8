import { useLanguage } from '../language/LanguageProvider';

/** Says that something is on its way; appears only after a moment (see the style), so that quick answers do not flicker. */
export const Loading = () => {
  const { t } = useLanguage();
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
};
