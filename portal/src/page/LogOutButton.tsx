import { useEffect } from 'react';
import { problemMessage } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';
import { useLogOut } from '../session/useLogOut';
import { useAnnounce } from './Announcer';

export const LogOutButton = () => {
  const { t } = useLanguage();
  const { state } = useSession();
  const { logOut, problem, question } = useLogOut();
  const announce = useAnnounce();
  const message = problem === null ? null : problemMessage(problem);
  const failed = message === null ? '' : t(message.key, message.values);

  useEffect(() => {
    if (failed !== '') announce(failed);
  }, [failed, announce]);

  return (
    <>
      {failed !== '' && <span className="problem-inline">{failed}</span>}
      <button type="button" className="button quiet" onClick={() => void logOut()}>
        {t(state.kind === 'in' && state.guest.preview !== null ? 'preview.leave' : 'logOut')}
      </button>
      {question}
    </>
  );
};
