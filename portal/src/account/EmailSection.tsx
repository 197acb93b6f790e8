import { useState } from 'react';
import { cleanAddress } from '../../../contract/address';
import { changeEmail, type Guest } from '../api/guestAccess';
import { Form } from '../form/Form';
import { PasswordField } from '../form/PasswordField';
import { EmailField } from '../form/TextField';
import { atEmail, useSubmit, type Explain } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { useUnsaved } from '../session/unsaved';
import { useDraft, useFoundDraft } from '../session/useDraft';

interface EmailSectionProps {
  readonly guest: Guest;
  readonly readOnly: boolean;
}

const isKept = () => true;

const explain =
  (typed: string): Explain =>
  (problem) => {
    if (problem.kind === 'forbidden' && problem.code === 'wrong_password') return { password: 'problem.wrongPassword' };
    return atEmail(typed)(problem);
  };

/** The address one logs in with; a new one holds once the link mailed to it was opened. */
export const EmailSection = ({ guest, readOnly }: EmailSectionProps) => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const draft = useFoundDraft('email');
  const [email, setEmail] = useState(typeof draft?.input === 'string' ? draft.input : '');
  const [open, setOpen] = useState(email !== '');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);

  // The password is never kept; what stands in its field keeps the page.
  useDraft('email', email === '' ? null : email);
  useUnsaved(password !== '', isKept);

  const close = () => {
    setOpen(false);
    setEmail('');
    setPassword('');
    refuse({});
  };
  const submit = async () => {
    const wanted = cleanAddress(email);
    if (wanted === '') return refuse({ email: 'form.missingValue' });
    if (password === '') return refuse({ password: 'form.missingValue' });
    if ((await send(() => changeEmail(wanted, password), explain(email))) === null) return;
    close();
    setSentTo(wanted);
    announce(t('profile.email.sent', { email: wanted }));
  };

  return (
    <section className="panel" aria-labelledby="profile-email">
      <h2 id="profile-email">{t('form.email')}</h2>
      <p>{guest.email ?? t('value.none')}</p>
      {sentTo !== null && <p className="flash">{t('profile.email.sent', { email: sentTo })}</p>}
      {guest.hasPassword && !readOnly && !open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('profile.email.change')}
        </button>
      )}
      {!guest.hasPassword && <p className="hint">{t('profile.email.byContact')}</p>}
      {open && (
        <Form
          errors={errors}
          problem={problem}
          busy={busy}
          submitLabel={t('profile.email.send')}
          busyLabel={t('form.sending')}
          onSubmit={() => void submit()}
          aside={
            <button type="button" className="button" onClick={close}>
              {t('cancel')}
            </button>
          }
        >
          <EmailField
            label={t('profile.email.new')}
            name="email"
            autoComplete="email"
            error={errors['email']}
            value={email}
            onChange={setEmail}
            hint={t('profile.email.hint')}
          />
          <PasswordField
            label={t('password.current')}
            name="currentPassword"
            autoComplete="current-password"
            error={errors['password']}
            value={password}
            onChange={setPassword}
          />
        </Form>
      )}
    </section>
  );
};
