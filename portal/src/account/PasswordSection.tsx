import { useState } from 'react';
import { Link } from 'react-router-dom';
import { plainFaultsOf } from '../../../contract/constants';
import { changePassword, type Guest } from '../api/guestAccess';
import { Form } from '../form/Form';
import { PasswordField } from '../form/PasswordField';
import { useSubmit, type Explain } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { atPassword, faultMessage } from '../passwords/faults';
import { NewPasswordField } from '../passwords/NewPasswordField';
import { usePolicy } from '../passwords/usePolicy';
import { useSession } from '../session/SessionProvider';
import { useUnsaved } from '../session/unsaved';

interface PasswordSectionProps {
  readonly guest: Guest;
  readonly readOnly: boolean;
}

/** A password is typed again in a moment; it is not worth a question. */
const isKept = () => true;

const explain: Explain = (problem) => {
  if (problem.kind === 'forbidden' && problem.code === 'wrong_password') return { current: 'problem.wrongPassword' };
  return atPassword(problem);
};

/** Changes the password; for who has none, how they get one. */
export const PasswordSection = ({ guest, readOnly }: PasswordSectionProps) => {
  const { t } = useLanguage();
  const { site } = useSession();
  const announce = useAnnounce();
  const policy = usePolicy();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);
  const canAsk = guest.email !== null && (site?.signInMethods.includes('password') ?? false);

  useUnsaved(current !== '' || password !== '', isKept);

  const close = () => {
    setOpen(false);
    setCurrent('');
    setPassword('');
    refuse({});
  };
  const submit = async () => {
    if (current === '') return refuse({ current: 'form.missingValue' });
    const fault = faultMessage(plainFaultsOf(password, policy));
    if (fault !== undefined) return refuse({ password: fault });
    if ((await send(() => changePassword(current, password), explain)) === null) return;
    close();
    setSaved(true);
    announce(t('profile.password.saved'));
  };

  return (
    <section className="panel" aria-labelledby="profile-password">
      <h2 id="profile-password">{t('login.password')}</h2>
      {saved && <p className="flash">{t('profile.password.saved')}</p>}
      {!guest.hasPassword && (
        <>
          <p>{t('profile.password.none')}</p>
          {canAsk && !readOnly && (
            <Link className="button" to="/forgot">
              {t('profile.password.ask')}
            </Link>
          )}
        </>
      )}
      {guest.hasPassword && !readOnly && !open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('profile.password.change')}
        </button>
      )}
      {guest.hasPassword && readOnly && <p>{t('profile.password.has')}</p>}
      {open && (
        <Form
          errors={errors}
          problem={problem}
          busy={busy}
          submitLabel={t('profile.password.change')}
          busyLabel={t('form.saving')}
          onSubmit={() => void submit()}
          aside={
            <button type="button" className="button" onClick={close}>
              {t('cancel')}
            </button>
          }
        >
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={guest.email ?? guest.login ?? ''}
            readOnly
            hidden
          />
          <PasswordField
            label={t('password.current')}
            name="currentPassword"
            autoComplete="current-password"
            error={errors['current']}
            value={current}
            onChange={setCurrent}
          />
          <NewPasswordField
            policy={policy}
            about={[guest.firstName, guest.lastName, guest.login, guest.email]}
            error={errors['password']}
            value={password}
            onChange={setPassword}
          />
        </Form>
      )}
    </section>
  );
};
