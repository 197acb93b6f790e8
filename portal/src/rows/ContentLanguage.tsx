import type { Section } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';

interface ContentLanguageProps {
  readonly section: Section;
  /** Null for the default one, which stands first. */
  readonly locale: string | null;
  readonly onLocale: (locale: string | null) => void;
}

/** Chooses the language of the content, where it has several. Not every row need have a version in each. */
export const ContentLanguage = ({ section, locale, onLocale }: ContentLanguageProps) => {
  const { t } = useLanguage();
  const { contentLocales = [] } = section;
  if (contentLocales.length < 2) return null;
  const [first] = contentLocales;
  return (
    <label className="sort-select">
      <span>{t('list.contentLanguage')}</span>
      <select
        value={locale ?? first?.code}
        onChange={({ target }) => onLocale(target.value === first?.code ? null : target.value)}
      >
        {contentLocales.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};
