import { useEffect, useState } from 'react';
import { endMySession, endMySessions, listMySessions, type Login } from '../api/guestAccess';
import type { Problem } from '../api/problem';
import { useQuery } from '../api/useQuery';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { Heading } from '../page/Heading';
import { Loading } from '../page/Loading';
import { ErrorNotice } from '../page/ErrorNotice';
import { useAccess } from '../session/RequireSession';
import { useSession } from '../session/SessionProvider';
import { useLogOut } from '../session/useLogOut';
import { LoginCard } from './LoginCard';

/** Where the guest is logged in; they end one of their logins, or all. */
export const SessionsPage = () => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const { notice } = useSession();
  const { logOut, problem: stayed, question } = useLogOut();
  const { guest } = useAccess();
  const { data, problem, reload } = useQuery(listMySessions);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState(false);
  const readOnly = guest.preview !== null;
  const trouble = failed ?? stayed;

  useEffect(() => {
    if (problem !== null) notice(problem);
  }, [problem, notice]);

  const end = async ({ id, current }: Login) => {
    setFailed(null);
    if (current) return logOut();
    const answer = await endMySession(id);
    // One that is not there any more has ended: the list says so.
    if (!answer.ok && answer.problem.kind !== 'not-found') return setFailed(answer.problem);
    announce(t('sessions.ended'));
    reload();
  };
  const endAll = async () => {
    setEnding(true);
    setAsking(false);
    await logOut(endMySessions);
    setEnding(false);
  };

  return (
    <div className="account">
      <Heading>{t('sessions.title')}</Heading>
      <p className="hint">
        {t('sessions.intro')}
        {data !== null && ` ${t('sessions.max', { max: data.sessionsMax })}`}
      </p>
      {question}
      {trouble !== null && <ErrorNotice problem={trouble} />}
      {problem !== null && <ErrorNotice problem={problem} retry={reload} />}
      {data === null && problem === null && <Loading />}
      {data !== null && data.sessions.length === 0 && <p className="empty">{t('sessions.none')}</p>}
      {data !== null && data.sessions.length > 0 && (
        <>
          <ul className="cards">
            {data.sessions.map((login) => (
              <LoginCard key={login.id} login={login} onEnd={readOnly ? null : () => void end(login)} />
            ))}
          </ul>
          {!readOnly && (
            <div className="actions">
              <button type="button" className="button" onClick={() => setAsking(true)}>
                {t('sessions.endAll')}
              </button>
            </div>
          )}
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={t('sessions.endAllTitle')}
          confirmLabel={t('sessions.endAll')}
          busy={ending}
          onConfirm={() => void endAll()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('sessions.endAllText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
