import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { SiteText } from '../brand/SiteText';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { Loading } from '../page/Loading';
import { Unavailable } from '../page/Unavailable';
import { AbsencePage, absenceTexts } from '../session/AbsencePage';
import { returnPath } from '../session/returnPath';
import { useSession } from '../session/SessionProvider';
import { JoinDoor } from './JoinDoor';
import { PasswordDoor } from './PasswordDoor';

/** Where a guest comes in: the doors that the site has open. */
export const LoginPage = () => {
  const { t } = useLanguage();
  const { state, start, site, siteProblem, siteName, askSite } = useSession();
  const location = useLocation();

  useEffect(() => {
    if (state.kind === 'unknown') void start();
  }, [state.kind, start]);

  if (state.kind === 'in') return <Navigate to={returnPath(location.state)} replace />;
  if (state.kind === 'unavailable') return <Unavailable retry={() => void start()} />;
  if (site === null && siteProblem !== null) return <Unavailable retry={() => void askSite()} />;
  if (site === null || state.kind === 'unknown') return <Loading />;
  if (state.why === 'off') return <AbsencePage why="off" />;

  const { signInMethods, brand } = site;
  const byPassword = signInMethods.includes('password');
  const { title, text } = absenceTexts[state.why];
  return (
    <Card title={t(byPassword ? 'login.title' : title)}>
      {byPassword && state.why !== 'never' && (
        <p className="notice" role="status">
          {t(state.why === 'left' ? 'login.left' : 'login.ended')}
        </p>
      )}
      <SiteText texts={brand.welcome} className="site-text" />
      {byPassword && <PasswordDoor />}
      {!byPassword && signInMethods.includes('key') && <p>{t(text, { site: siteName })}</p>}
      {signInMethods.length === 0 && <p>{t('login.noDoor', { site: siteName })}</p>}
      {signInMethods.includes('join') && <JoinDoor />}
      {byPassword && signInMethods.includes('key') && <p className="hint">{t('login.key')}</p>}
      <SiteText texts={brand.help} className="site-text hint" />
    </Card>
  );
};
