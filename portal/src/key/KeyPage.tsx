import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { AbsencePage } from '../session/AbsencePage';
import { useSession } from '../session/SessionProvider';
import { takeKey, type KeyInLink } from './keyFromLink';

interface KeyPageProps {
  /** Taken out of the address before the page was drawn. */
  readonly inLink: KeyInLink;
}

/**
 * The page behind an access link. It does nothing until a person presses the button: mail scanners open links and run
 * scripts, and none of that may use a key.
 */
export const KeyPage = ({ inLink }: KeyPageProps) => {
  const { t } = useLanguage();
  const { siteName, enter } = useSession();
  const navigate = useNavigate();
  const [found, setFound] = useState(inLink);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    // Another link pasted into the same tab loads no new page.
    const onHashChange = () => {
      const next = takeKey();
      if (next.kind === 'none') return;
      setFound(next);
      setProblem(null);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);

  if (found.kind === 'none') return <AbsencePage why="never" />;

  const refused = problem !== null && (problem.kind === 'unauthorized' || problem.kind === 'invalid');
  if (found.kind === 'malformed' || refused) {
    return (
      <Card title={t('key.refused.title')}>
        <p>{t('key.refused.text', { site: siteName })}</p>
      </Card>
    );
  }
  if (problem?.kind === 'not-found') return <AbsencePage why="off" />;

  const press = async () => {
    setEntering(true);
    setProblem(null);
    const failure = await enter(found.key);
    if (failure === null) return navigate('/', { replace: true });
    setEntering(false);
    setProblem(failure);
  };
  const message = problem === null ? null : problemMessage(problem);

  return (
    <Card title={t('key.title')}>
      <p>{t('key.intro', { site: siteName })}</p>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      <button type="button" className="button primary large" disabled={entering} onClick={() => void press()}>
        {entering ? t('key.entering') : t('key.enter')}
      </button>
      <p className="hint">{t('key.personal')}</p>
    </Card>
  );
};
