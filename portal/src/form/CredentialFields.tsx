import type { Explanation } from '../language/explain';
import { useLanguage } from '../language/LanguageProvider';
import { PasswordField } from './PasswordField';
import { TextField } from './TextField';

interface CredentialFieldsProps {
  readonly login: string;
  readonly password: string;
  /** By field: `username`, `password`. */
  readonly errors: Readonly<Partial<Record<string, Explanation>>>;
  readonly onLogin: (login: string) => void;
  readonly onPassword: (password: string) => void;
}

/** A login name or address and a password, as browsers and password managers know them. */
export const CredentialFields = ({ login, password, errors, onLogin, onPassword }: CredentialFieldsProps) => {
  const { t } = useLanguage();
  return (
    <>
      <TextField
        label={t('login.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        error={errors['username']}
        value={login}
        onChange={onLogin}
      />
      <PasswordField
        label={t('login.password')}
        name="password"
        autoComplete="current-password"
        error={errors['password']}
        value={password}
        onChange={onPassword}
      />
    </>
  );
};
