import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { plainFaultsOf } from '../../../contract/constants';
import type { PreviewPasswordLink } from '../../../contract/credentials';
import type { ResponseOf } from '../../../contract/endpoint';
import { logInByPassword, resetPassword } from '../api/guestAccess';
import { Form } from '../form/Form';
import { TextField } from '../form/TextField';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import type { PageState } from '../page/Flash';
import { atPassword, faultMessage } from '../passwords/faults';
import { NewPasswordField } from '../passwords/NewPasswordField';
import { usePolicy } from '../passwords/usePolicy';
import { fullName } from '../session/fullName';
import { useSession } from '../session/SessionProvider';

interface SetPasswordFormProps {
  readonly token: string;
  readonly whom: ResponseOf<typeof PreviewPasswordLink>;
  /** The password is set, and yet it does not let in: the password door is shut, or the access. */
  readonly onDone: () => void;
  /** The link is not good any more. */
  readonly onRefused: () => void;
}

/** Whose password it is, and the new one; then they are logged in with what they have just typed. */
export const SetPasswordForm = ({ token, whom, onDone, onRefused }: SetPasswordFormProps) => {
  const { t } = useLanguage();
  const { begin } = useSession();
  const { state }: { state: unknown } = useLocation();
  const navigate = useNavigate();
  const policy = usePolicy();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [password, setPassword] = useState('');
  const name = fullName(whom);
  const username = whom.email ?? whom.login;
  const isFirst = typeof state === 'object' && state !== null && 'first' in state;

  const submit = async () => {
    const fault = faultMessage(plainFaultsOf(password, policy));
    if (fault !== undefined) return refuse({ password: fault });
    const set = await send(
      () => resetPassword(token, password),
      (refused) => {
        if (refused.kind === 'unauthorized') onRefused();
        return atPassword(refused);
      }
    );
    if (set === null) return;
    const login = username === null ? null : await logInByPassword(username, password);
    if (login === null || !login.ok) return onDone();
    begin();
    navigate('/', { replace: true, state: { flash: 'password.saved' } satisfies PageState });
  };

  return (
    <Card title={t('password.title')}>
      <p>{t(isFirst ? 'password.introFirst' : 'password.intro', { name })}</p>
      <Form
        errors={errors}
        problem={problem}
        busy={busy}
        submitLabel={t('password.save')}
        busyLabel={t('form.saving')}
        onSubmit={() => void submit()}
      >
        {username !== null && (
          <TextField
            label={t('login.name')}
            name="username"
            autoComplete="username"
            readOnly
            value={username}
            hint={whom.email !== null && whom.login !== null ? t('password.orLogin', { login: whom.login }) : undefined}
          />
        )}
        <NewPasswordField
          policy={policy}
          about={[whom.firstName, whom.lastName, whom.login, whom.email]}
          error={errors['password']}
          value={password}
          onChange={setPassword}
        />
      </Form>
    </Card>
  );
};
