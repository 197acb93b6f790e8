import { useState } from 'react';
import { accessKeyPattern } from '../../../contract/constants';
import { logInByKey, logInByPassword, type Guest } from '../api/guestAccess';
import { findSecret } from './secretInLink';
import { CredentialFields } from '../form/CredentialFields';
import { Form } from '../form/Form';
import { TextField } from '../form/TextField';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { useSession } from './SessionProvider';

/** By login name or address, and password. */
const ByPassword = ({ name }: { readonly name: string }) => {
  const { t } = useLanguage();
  const { recheck } = useSession();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [login, setLogin] = useState(name);
  const [password, setPassword] = useState('');
  const submit = async () => {
    if (login.trim() === '') return refuse({ username: 'form.missingValue' });
    if (password === '') return refuse({ password: 'form.missingValue' });
    if ((await send(() => logInByPassword(login.trim(), password))) !== null) await recheck();
  };
  return (
    <Form
      errors={errors}
      problem={problem}
      busy={busy}
      submitLabel={t('login.enter')}
      busyLabel={t('key.entering')}
      onSubmit={() => void submit()}
    >
      <CredentialFields login={login} password={password} errors={errors} onLogin={setLogin} onPassword={setPassword} />
    </Form>
  );
};

/** By the access link, or the key in it, pasted as it is. */
const ByKey = () => {
  const { t } = useLanguage();
  const { recheck } = useSession();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [link, setLink] = useState('');
  const submit = async () => {
    const key = findSecret(link, accessKeyPattern);
    if (key === null) return refuse({ link: link.trim() === '' ? 'form.missingValue' : 'resume.badKey' });
    if ((await send(() => logInByKey(key))) !== null) await recheck();
  };
  return (
    <Form
      errors={errors}
      problem={problem}
      busy={busy}
      submitLabel={t('resume.enterByKey')}
      busyLabel={t('key.entering')}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t('resume.key')}
        name="link"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint={t('resume.keyHint')}
        error={errors['link']}
        value={link}
        onChange={setLink}
      />
    </Form>
  );
};

interface LogInAgainProps {
  readonly guest: Guest;
  /** Whether the name that the guest logs in with stands there already. Not where somebody else is logged in: it is not theirs to read. */
  readonly isNamed: boolean;
}

/** The doors that are open, on the page itself. */
export const LogInAgain = ({ guest, isNamed }: LogInAgainProps) => {
  const { site } = useSession();
  return (
    <>
      {site?.signInMethods.includes('password') && guest.hasPassword && (
        <ByPassword name={isNamed ? (guest.email ?? guest.login ?? '') : ''} />
      )}
      {site?.signInMethods.includes('key') && <ByKey />}
    </>
  );
};
