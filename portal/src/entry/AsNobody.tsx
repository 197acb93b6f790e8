import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Guest } from '../api/guestAccess';
import { problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { Loading } from '../page/Loading';
import { useSession } from '../session/SessionProvider';
import { fullName } from '../session/fullName';
import { useWhoIsHere } from '../session/useWhoIsHere';

interface AsNobodyProps {
  /** Whether the link is about the guest who is logged in, where that can be told before it is used. */
  readonly isAbout?: (guest: Guest) => boolean;
  readonly children: ReactNode;
}

/**
 * What is below is for somebody who is not logged in: a link that lets in, or makes a guest. Who is logged in chooses first
 * whether they stay who they are or go on as whom the link is for; the two are never mixed (V07).
 */
export const AsNobody = ({ isAbout, children }: AsNobodyProps) => {
  const { t } = useLanguage();
  const { giveWay } = useSession();
  const known = useWhoIsHere();
  const [problem, setProblem] = useState<Problem | null>(null);

  if (known === 'asking') return <Loading />;
  if (known === null || isAbout?.(known)) return children;
  const name = fullName(known);
  const message = problem === null ? null : problemMessage(problem);
  return (
    <Card title={t('other.title', { name })}>
      <p>{t('other.text', { name })}</p>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      <div className="actions">
        <Link className="button primary" to="/">
          {t('other.stay', { name })}
        </Link>
        <button type="button" className="button" onClick={() => void giveWay().then(setProblem)}>
          {t('other.leave')}
        </button>
      </div>
    </Card>
  );
};
