import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { logInByPassword } from '../api/guestAccess';
import { CredentialFields } from '../form/CredentialFields';
import { Form } from '../form/Form';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from '../session/SessionProvider';
import { useLink } from './LinkProvider';

/** Login name or address, and password. A temporary password leads on to the page that sets one's own. */
export const PasswordDoor = () => {
  const { t } = useLanguage();
  const { begin, askSite } = useSession();
  const { hand } = useLink();
  const navigate = useNavigate();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  const submit = async () => {
    if (login.trim() === '') return refuse({ username: 'form.missingValue' });
    if (password === '') return refuse({ password: 'form.missingValue' });
    const answer = await send(
      () => logInByPassword(login.trim(), password),
      (refused) => {
        if (refused.kind === 'password-change') {
          hand(refused.token);
          navigate('/password', { state: { first: true } });
        }
        // The form goes away, and the page says which doors are open.
        if (refused.kind === 'forbidden' && refused.code === 'door_closed') void askSite();
        return null;
      }
    );
    if (answer !== null) begin();
  };

  return (
    <Form
      errors={errors}
      problem={problem}
      busy={busy}
      submitLabel={t('login.enter')}
      busyLabel={t('key.entering')}
      onSubmit={() => void submit()}
      aside={
        <Link className="quiet-link" to="/forgot">
          {t('login.forgot')}
        </Link>
      }
    >
      <CredentialFields login={login} password={password} errors={errors} onLogin={setLogin} onPassword={setPassword} />
    </Form>
  );
};
