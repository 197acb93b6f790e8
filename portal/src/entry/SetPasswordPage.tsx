import { useState } from 'react';
import { resetPattern } from '../../../contract/constants';
import { previewPasswordLink, renewLink } from '../api/guestAccess';
import { problemMessage } from '../api/problem';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { AsNobody } from './AsNobody';
import { useSecret } from './LinkProvider';
import { LinkPage } from './LinkPage';
import { CheckYourInbox } from './CheckYourInbox';
import { Message, toLogin } from './Message';
import { SetPasswordForm } from './SetPasswordForm';

/** A link that is not good any more: a new one can be asked for, to the address that the site knows. */
const Dead = ({ token }: { readonly token: string | null }) => {
  const { t } = useLanguage();
  const { busy, problem, send } = useSubmit();
  const [sent, setSent] = useState(false);
  if (sent) return <CheckYourInbox text="renew.sent" />;
  const message = problem === null ? null : problemMessage(problem);
  const renew = async (old: string) => {
    if ((await send(() => renewLink(old))) !== null) setSent(true);
  };
  return (
    <Message title="password.dead.title" text="password.dead.text" ways={[{ path: '/forgot', label: 'login.forgot' }]}>
      {token !== null && (
        <>
          {message !== null && (
            <p className="problem" role="alert">
              {t(message.key, message.values)}
            </p>
          )}
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void renew(token)}>
            {t('renew.ask')}
          </button>
        </>
      )}
    </Message>
  );
};

/** Where a password is set: by the link of an invitation or of a lost password, or after a temporary one. */
export const SetPasswordPage = () => {
  const found = useSecret(resetPattern);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState(false);
  if (done) {
    return <Message title="password.done.title" text="password.done.text" ways={[toLogin]} />;
  }
  if (found.kind === 'none') {
    return <Message title="reopen.title" text="reopen.mail" ways={[toLogin]} />;
  }
  if (found.kind === 'malformed') return <Dead token={null} />;
  const { secret: token } = found;
  if (refused) return <Dead token={token} />;
  return (
    <LinkPage key={token} secret={token} preview={previewPasswordLink} dead={() => <Dead token={token} />}>
      {(whom) => (
        <AsNobody isAbout={({ login, email }) => login === whom.login && email === whom.email}>
          <SetPasswordForm token={token} whom={whom} onDone={() => setDone(true)} onRefused={() => setRefused(true)} />
        </AsNobody>
      )}
    </LinkPage>
  );
};
