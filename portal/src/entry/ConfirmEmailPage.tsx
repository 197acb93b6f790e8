import { useState } from 'react';
import { Link } from 'react-router-dom';
import { verificationPattern } from '../../../contract/constants';
import { confirmEmail } from '../api/guestAccess';
import { hasCode, problemMessage, type Problem } from '../api/problem';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { useSession } from '../session/SessionProvider';
import { useSecret } from './LinkProvider';
import { Message, type Way } from './Message';

const toProfile: Way = { path: '/profile', label: 'profile.title' };

const Dead = ({ problem }: { readonly problem: Problem | null }) =>
  problem !== null && hasCode(problem, 'address_taken') ? (
    <Message title="email.taken.title" text="email.taken.text" ways={[toProfile]} />
  ) : (
    <Message title="email.dead.title" text="email.dead.text" ways={[toProfile]} />
  );

/** The page behind the mail that proves a new address: one button. */
export const ConfirmEmailPage = () => {
  const { t } = useLanguage();
  const { siteName, begin, state } = useSession();
  const found = useSecret(verificationPattern);
  const { busy, problem, send } = useSubmit();
  const [done, setDone] = useState<string | null>(null);

  if (done !== null) {
    return (
      <Card title={t('email.done.title')}>
        <p>{t('email.done.text', { email: done })}</p>
        <Link className="button primary" to="/">
          {t('missing.home')}
        </Link>
      </Card>
    );
  }
  if (found.kind === 'none') return <Message title="reopen.title" text="reopen.mail" />;
  if (found.kind === 'malformed' || problem?.kind === 'unauthorized' || problem?.kind === 'conflict') {
    return <Dead problem={problem} />;
  }
  const confirm = async () => {
    const answer = await send(() => confirmEmail(found.secret));
    if (answer === null) return;
    setDone(answer.data.email);
    // Who is logged in here may be he: his address is asked for again.
    if (state.kind === 'in') begin();
  };
  const message = problem === null ? null : problemMessage(problem);
  return (
    <Card title={t('email.title')}>
      <p>{t('email.intro', { site: siteName })}</p>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      <button type="button" className="button primary large" aria-disabled={busy} onClick={() => void confirm()}>
        {t('email.confirm')}
      </button>
    </Card>
  );
};
