import { defaultLocale, labelIn, type Locale } from '../../../contract/constants';
import { useLanguage } from '../language/LanguageProvider';

interface SiteTextProps {
  /** The site's own words; empty ones are not shown. */
  readonly texts: Readonly<Record<Locale, string>> | undefined;
  readonly className: string;
}

/** Words of the site in the reader's language: plain text, an empty line between paragraphs. */
export const SiteText = ({ texts, className }: SiteTextProps) => {
  const { locale } = useLanguage();
  const text = texts === undefined ? '' : labelIn(texts, locale).trim();
  if (text === '') return null;
  return (
    <div className={className} lang={texts?.[locale] ? undefined : defaultLocale}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
};
