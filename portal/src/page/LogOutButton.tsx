import { useState } from 'react';
import { problemMessage } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';
import { useAnnounce } from './Announcer';

export const LogOutButton = () => {
  const { t } = useLanguage();
  const { state, leave } = useSession();
  const announce = useAnnounce();
  const [failed, setFailed] = useState('');

  const logOut = async () => {
    const problem = await leave();
    if (problem === null) return;
    const { key, values } = problemMessage(problem);
    setFailed(t(key, values));
    announce(t(key, values));
  };

  return (
    <>
      {failed !== '' && <span className="problem-inline">{failed}</span>}
      <button type="button" className="button quiet" onClick={() => void logOut()}>
        {t(state.kind === 'in' && state.guest.preview !== null ? 'preview.leave' : 'logOut')}
      </button>
    </>
  );
};
