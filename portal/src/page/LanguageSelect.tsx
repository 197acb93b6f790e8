import { locales, type Locale } from '../../../contract/constants';
import { isLocale } from '../language/chooseLocale';
import { useLanguage } from '../language/LanguageProvider';

/** Each language in its own words, as people look for it. */
const names: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English', cs: 'Čeština' };

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
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
};
