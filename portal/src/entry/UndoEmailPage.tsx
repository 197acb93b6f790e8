import { useState } from 'react';
import { Link } from 'react-router-dom';
import { verificationPattern } from '../../../contract/constants';
import { undoEmail } from '../api/guestAccess';
import { hasCode, problemMessage } from '../api/problem';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { useSession } from '../session/SessionProvider';
import { useSecret } from './LinkProvider';
import { CheckYourInbox } from './CheckYourInbox';
import { Message } from './Message';

/** The page behind the mail to a former address: one button brings it back. */
export const UndoEmailPage = () => {
  const { t } = useLanguage();
  const { siteName, begin, state } = useSession();
  const found = useSecret(verificationPattern);
  const { busy, problem, send } = useSubmit();
  const [restored, setRestored] = useState<string | null>(null);

  if (restored !== null) return <CheckYourInbox title="undo.done.title" text="undo.done.text" email={restored} />;
  if (found.kind === 'none') return <Message title="reopen.title" text="reopen.mail" />;
  if (problem !== null && hasCode(problem, 'address_taken')) {
    return <Message title="undo.taken.title" text="undo.taken.text" />;
  }
  if (found.kind === 'malformed' || problem?.kind === 'unauthorized') {
    return <Message title="email.dead.title" text="undo.dead.text" />;
  }
  const undo = async () => {
    const answer = await send(() => undoEmail(found.secret));
    if (answer === null) return;
    setRestored(answer.data.email);
    // Whoever is logged in here may be out by it.
    if (state.kind === 'in') begin();
  };
  const message = problem === null ? null : problemMessage(problem);
  return (
    <Card title={t('undo.title')}>
      <p>{t('undo.intro', { site: siteName })}</p>
      <p>{t('undo.effect')}</p>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button primary large" aria-disabled={busy} onClick={() => void undo()}>
          {t('undo.confirm')}
        </button>
        <Link className="quiet-link" to="/">
          {t('undo.keep')}
        </Link>
      </div>
    </Card>
  );
};
