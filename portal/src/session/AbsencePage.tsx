import { Link } from 'react-router-dom';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { Card } from '../page/Card';
import { useSession, type Absence } from './SessionProvider';

/** What is said to somebody who is not logged in, where links are the way in. */
export const absenceTexts: Readonly<Record<Absence, { title: MessageKey; text: MessageKey }>> = {
  never: { title: 'open.title', text: 'open.text' },
  ended: { title: 'ended.title', text: 'ended.text' },
  left: { title: 'left.title', text: 'left.text' },
  off: { title: 'off.title', text: 'off.text' },
};

interface AbsencePageProps {
  readonly why: 'never' | 'off';
  /** Asks again whether the site is open: a session outlives the time that it was not. */
  readonly retry?: () => void;
}

/** The page of a link without its link, or of a site that has closed guest access. */
export const AbsencePage = ({ why, retry }: AbsencePageProps) => {
  const { t } = useLanguage();
  const { siteName, site } = useSession();
  const { title, text } = absenceTexts[why];
  return (
    <Card title={t(title)}>
      <p>{t(text, { site: siteName })}</p>
      {why === 'never' && site?.signInMethods.includes('password') && (
        <Link className="button" to="/login">
          {t('toLogin')}
        </Link>
      )}
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </Card>
  );
};
