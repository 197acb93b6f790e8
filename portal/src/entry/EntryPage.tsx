import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { hasCode, problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { AbsencePage } from '../session/AbsencePage';
import { useSession } from '../session/SessionProvider';
import type { Door } from './doors';
import { readSecret, takeFragment } from './secretInLink';

interface EntryPageProps {
  readonly door: Door;
  /** Taken out of the address before the page was drawn. */
  readonly fragment: string;
}

/**
 * The page behind a link that lets in. It does nothing until a person presses the button: mail scanners open links and run
 * scripts, and none of that may use a key.
 */
export const EntryPage = ({ door, fragment }: EntryPageProps) => {
  const { t } = useLanguage();
  const { siteName, enter } = useSession();
  const navigate = useNavigate();
  const [found, setFound] = useState(() => readSecret(fragment, door.pattern));
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    // Another link pasted into the same tab loads no new page.
    const onHashChange = () => {
      const next = readSecret(takeFragment(), door.pattern);
      if (next.kind === 'none') return;
      setFound(next);
      setProblem(null);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, [door]);

  if (found.kind === 'none') return <AbsencePage why="never" />;
  if (problem !== null && hasCode(problem, 'feature_off')) return <AbsencePage why="off" />;
  if (found.kind === 'malformed' || problem?.kind === 'unauthorized' || problem?.kind === 'invalid') {
    return (
      <Card title={t(door.refusedTitle)}>
        <p>{t(door.refusedText, { site: siteName })}</p>
      </Card>
    );
  }

  const press = async () => {
    setEntering(true);
    setProblem(null);
    const failure = await enter(() => door.open(found.secret));
    if (failure === null) return navigate('/', { replace: true });
    setEntering(false);
    setProblem(failure);
  };
  const message = problem === null ? null : problemMessage(problem);

  return (
    <Card title={t(door.title)}>
      <p>{t(door.intro, { site: siteName })}</p>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      <button type="button" className="button primary large" disabled={entering} onClick={() => void press()}>
        {entering ? t('key.entering') : t(door.enter)}
      </button>
      <p className="hint">{t(door.note)}</p>
    </Card>
  );
};
