import { plainFaultsOf, type PasswordPolicy } from '../../../contract/constants';
import { PasswordField } from '../form/PasswordField';
import { useLanguage } from '../language/LanguageProvider';
import type { Explanation } from '../language/explain';
import { StrengthMeter } from './StrengthMeter';
import { useStrength } from './useStrength';

interface NewPasswordFieldProps {
  readonly policy: PasswordPolicy;
  /** Names and addresses of its owner. */
  readonly about: readonly (string | null)[];
  readonly error?: Explanation | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where a new password is typed: what it has to be, and how strong it is. The hints never stand in the way of sending. */
export const NewPasswordField = ({ policy, about, error, value, onChange }: NewPasswordFieldProps) => {
  const { t } = useLanguage();
  const known = about
    .flatMap((words) => (words === null ? [] : words.split(/[\s@.]+/)))
    .filter((word) => word.length > 2);
  const strength = useStrength(value, known);
  const faults = plainFaultsOf(value, policy);
  const demands = [
    { text: t('policy.length', { count: policy.minLength }), met: value !== '' && !faults.includes('too-short') },
    ...(policy.classes ? [{ text: t('policy.classes'), met: !faults.includes('classes') }] : []),
  ];
  return (
    <>
      <PasswordField
        label={t('password.new')}
        name="password"
        autoComplete="new-password"
        error={error}
        value={value}
        onChange={onChange}
        hint={
          <>
            <ul className="demands plain">
              {demands.map(({ text, met }) => (
                <li key={text} className={met ? 'met' : undefined}>
                  <span className="demand-mark" aria-hidden="true">
                    {met ? '✓' : '•'}
                  </span>
                  {text}
                </li>
              ))}
            </ul>
            <p>{t('policy.tip')}</p>
          </>
        }
      />
      <StrengthMeter strength={strength} />
    </>
  );
};
