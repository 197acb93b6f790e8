import { useState } from 'react';
import { Link } from 'react-router-dom';
import { verificationPattern } from '../../../contract/constants';
import { confirmEmail } from '../api/guestAccess';
import { hasCode, problemMessage, type Problem } from '../api/problem';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { Loading } from '../page/Loading';
import { useSession } from '../session/SessionProvider';
import { fullName } from '../session/fullName';
import { useWhoIsHere } from '../session/useWhoIsHere';
import { ConfirmEmailForm } from './ConfirmEmailForm';
import { useSecret } from './LinkProvider';
import { Message, type Way } from './Message';

const toProfile: Way = { path: '/profile', label: 'profile.title' };

const Dead = ({ problem }: { readonly problem: Problem | null }) =>
  problem !== null && hasCode(problem, 'address_taken') ? (
    <Message title="email.taken.title" text="email.taken.text" ways={[toProfile]} />
  ) : (
    <Message title="email.dead.title" text="email.dead.text" ways={[toProfile]} />
  );

/**
 * The page behind the mail that proves a new address: one button for the guest who is logged in here, the password of the access
 * for anybody else.
 */
export const ConfirmEmailPage = () => {
  const { t } = useLanguage();
  const { siteName, begin, state } = useSession();
  const found = useSecret(verificationPattern);
  const who = useWhoIsHere();
  const { busy, problem, errors, refuse, send } = useSubmit();
  /** The guest who is logged in here is another than the link is for. */
  const [isOther, setOther] = useState(false);
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
  if (who === 'asking') return <Loading />;
  const confirm = async (password?: string) => {
    if (password === '') return refuse({ password: 'form.missingValue' });
    const answer = await send(
      () => confirmEmail(found.secret, password),
      (refused) => {
        if (hasCode(refused, 'wrong_password')) return { password: 'problem.wrongPassword' };
        if (!hasCode(refused, 'guest_not_shown') || password !== undefined) return null;
        setOther(true);
        return {};
      }
    );
    if (answer === null) return;
    setDone(answer.data.email);
    // Who is logged in here may be they: their address is asked for again.
    if (state.kind === 'in') begin();
  };
  if (who === null || who.preview !== null || isOther) {
    return (
      <ConfirmEmailForm
        other={who === null ? null : fullName(who)}
        form={{ busy, problem, errors }}
        onSubmit={(password) => void confirm(password)}
      />
    );
  }
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
