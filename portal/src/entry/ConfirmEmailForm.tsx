import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Problem } from '../api/problem';
import { Form, type Errors } from '../form/Form';
import { PasswordField } from '../form/PasswordField';
import { useLanguage } from '../language/LanguageProvider';
import { Card } from '../page/Card';
import { useSession } from '../session/SessionProvider';

interface ConfirmEmailFormProps {
  /** The name of who is logged in here, where that is somebody else. */
  readonly other: string | null;
  readonly form: { readonly busy: boolean; readonly problem: Problem | null; readonly errors: Errors };
  readonly onSubmit: (password: string) => void;
}

/** A new address is confirmed by the password of the access, where its guest is not logged in. */
export const ConfirmEmailForm = ({ other, form, onSubmit }: ConfirmEmailFormProps) => {
  const { t } = useLanguage();
  const { siteName } = useSession();
  const [password, setPassword] = useState('');
  return (
    <Card title={t('email.title')}>
      <p>{t('email.intro', { site: siteName })}</p>
      {other === null ? (
        <p>{t('email.byPassword')}</p>
      ) : (
        <p className="problem" role="alert">
          {t('email.otherGuest', { name: other })}
        </p>
      )}
      <Form
        {...form}
        submitLabel={t('email.confirm')}
        busyLabel={t('form.sending')}
        onSubmit={() => onSubmit(password)}
        aside={
          other === null && (
            <Link className="quiet-link" to="/login">
              {t('email.logIn')}
            </Link>
          )
        }
      >
        <PasswordField
          label={t('email.password')}
          name="password"
          autoComplete="current-password"
          error={form.errors['password']}
          value={password}
          onChange={setPassword}
        />
      </Form>
    </Card>
  );
};
