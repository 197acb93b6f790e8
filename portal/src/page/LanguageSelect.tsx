import { locales } from '../../../contract/constants';
import { isLocale } from '../language/chooseLocale';
import { languageNames } from '../language/languageNames';
import { useLanguage } from '../language/LanguageProvider';

export const LanguageSelect = () => {
  const { t, locale, choose } = useLanguage();
  return (
    <label className="language">
      <span className="visually-hidden">{t('language')}</span>
      <select
        value={locale}
        onChange={({ target }) => {
          if (isLocale(target.value)) choose(target.value);
        }}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
};
