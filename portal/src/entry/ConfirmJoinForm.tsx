import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { plainFaultsOf } from '../../../contract/constants';
import type { ResponseOf } from '../../../contract/endpoint';
import type { JoinOutcome, PreviewJoin } from '../../../contract/joining';
import { confirmJoin } from '../api/guestAccess';
import type { Problem } from '../api/problem';
import { Form } from '../form/Form';
import { EmailField, TextField } from '../form/TextField';
import { useSubmit } from '../form/useSubmit';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import type { PageState } from '../page/Flash';
import { atPassword, faultMessage } from '../passwords/faults';
import { NewPasswordField } from '../passwords/NewPasswordField';
import { usePolicy } from '../passwords/usePolicy';
import { useSession } from '../session/SessionProvider';

interface ConfirmJoinFormProps {
  readonly token: string;
  readonly preview: ResponseOf<typeof PreviewJoin>;
  readonly onOutcome: (outcome: Exclude<JoinOutcome, 'session'>) => void;
  /** The link is not good any more, or there is no place left. */
  readonly onRefused: (problem: Problem) => void;
}

/** Names, and a password where one becomes a guest. The address is proved by the link. */
export const ConfirmJoinForm = ({ token, preview, onOutcome, onRefused }: ConfirmJoinFormProps) => {
  const { t, locale } = useLanguage();
  const { begin, siteName } = useSession();
  const navigate = useNavigate();
  const policy = usePolicy();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const [firstName, setFirstName] = useState(preview.firstName ?? '');
  const [lastName, setLastName] = useState(preview.lastName ?? '');
  const [password, setPassword] = useState('');
  const asGuest = preview.addAs === 'guest';

  const submit = async () => {
    if (firstName.trim() === '') return refuse({ firstName: 'form.missingValue' });
    if (lastName.trim() === '') return refuse({ lastName: 'form.missingValue' });
    const fault = asGuest ? faultMessage(plainFaultsOf(password, policy)) : undefined;
    if (fault !== undefined) return refuse({ password: fault });
    const names = { firstName: firstName.trim(), lastName: lastName.trim() };
    const answer = await send(
      () => confirmJoin({ token, ...names, locale, ...(asGuest && { password }) }),
      (refused) => {
        if (refused.kind === 'unauthorized' || refused.kind === 'conflict') onRefused(refused);
        return atPassword(refused);
      }
    );
    if (answer === null) return;
    const { outcome } = answer.data;
    if (outcome !== 'session') return onOutcome(outcome);
    begin();
    navigate('/', { replace: true, state: { flash: 'confirm.welcome' } satisfies PageState });
  };

  return (
    <Card title={t('confirm.title')}>
      <p>
        {preview.inviterName === null
          ? t('confirm.intro', { site: siteName })
          : t('confirm.invited', { name: preview.inviterName, site: siteName })}
        {asGuest && preview.approval && ` ${t('confirm.approval')}`}
      </p>
      <Form
        errors={errors}
        problem={problem}
        busy={busy}
        submitLabel={t(asGuest ? 'confirm.send' : 'confirm.register')}
        busyLabel={t('form.sending')}
        onSubmit={() => void submit()}
      >
        <EmailField label={t('form.email')} name="username" autoComplete="username" readOnly value={preview.email} />
        <TextField
          label={t('form.firstName')}
          name="firstName"
          autoComplete="given-name"
          maxLength={120}
          error={errors['firstName']}
          value={firstName}
          onChange={setFirstName}
        />
        <TextField
          label={t('form.lastName')}
          name="lastName"
          autoComplete="family-name"
          maxLength={120}
          error={errors['lastName']}
          value={lastName}
          onChange={setLastName}
        />
        {asGuest && (
          <NewPasswordField
            policy={policy}
            about={[firstName, lastName, preview.email]}
            error={errors['password']}
            value={password}
            onChange={setPassword}
          />
        )}
      </Form>
    </Card>
  );
};
