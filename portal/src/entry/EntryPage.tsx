import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { hasCode, problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { AbsencePage } from '../session/AbsencePage';
import { useSession } from '../session/SessionProvider';
import { AsNobody } from './AsNobody';
import type { Door } from './doors';
import { useSecret } from './LinkProvider';

/**
 * The page behind a link that lets in. It does nothing until a person presses the button: mail scanners open links and run
 * scripts, and none of that may use a key.
 */
export const EntryPage = ({ door }: { readonly door: Door }) => {
  const { t } = useLanguage();
  const { siteName, enter } = useSession();
  const navigate = useNavigate();
  const found = useSecret(door.pattern);
  const secret = found.kind === 'secret' ? found.secret : null;
  const [entering, setEntering] = useState(false);
  /** What came of which secret: another link in the same tab starts anew. */
  const [failed, setFailed] = useState<{ readonly secret: string; readonly problem: Problem } | null>(null);
  const problem = failed !== null && failed.secret === secret ? failed.problem : null;

  if (found.kind === 'none') return <AbsencePage why="never" />;
  if (problem !== null && hasCode(problem, 'feature_off')) return <AbsencePage why="off" />;
  if (secret === null || problem?.kind === 'unauthorized' || problem?.kind === 'invalid') {
    return (
      <Card title={t(door.refusedTitle)}>
        <p>{t(door.refusedText, { site: siteName })}</p>
      </Card>
    );
  }

  const press = async () => {
    setEntering(true);
    setFailed(null);
    const failure = await enter(() => door.open(secret));
    if (failure === null) return navigate('/', { replace: true });
    setEntering(false);
    setFailed({ secret, problem: failure });
  };
  const message = problem === null ? null : problemMessage(problem);

  const card = (
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
  return door.forOneself ? <AsNobody>{card}</AsNobody> : card;
};
