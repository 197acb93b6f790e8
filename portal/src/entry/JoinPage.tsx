import { Link } from 'react-router-dom';
import { join } from '../api/guestAccess';
import { hasCode } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { Loading } from '../page/Loading';
import { Unavailable } from '../page/Unavailable';
import { AbsencePage } from '../session/AbsencePage';
import { useSession } from '../session/SessionProvider';
import { AsNobody } from './AsNobody';
import { EmailRequest } from './EmailRequest';
import { Message, toLogin } from './Message';

/** Se joindre (P4): the address first; the mail to it leads on. */
export const JoinPage = () => {
  const { t, locale } = useLanguage();
  const { site, siteProblem, siteName, askSite } = useSession();
  if (site === null) {
    if (siteProblem === null) return <Loading />;
    if (hasCode(siteProblem, 'feature_off')) return <AbsencePage why="off" />;
    return <Unavailable retry={() => void askSite()} />;
  }
  if (!site.signInMethods.includes('join')) {
    return <Message title="join.closed.title" text="join.closed.text" ways={[toLogin]} />;
  }
  return (
    <AsNobody>
      <EmailRequest
        title={t('join.title')}
        intro={<p>{t('join.intro', { site: siteName })}</p>}
        submitLabel={t('join.send')}
        sentText="join.sent"
        request={(email) => join({ email, locale })}
      >
        <Link className="quiet-link" to="/login">
          {t('join.already')}
        </Link>
      </EmailRequest>
    </AsNobody>
  );
};
