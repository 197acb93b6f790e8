import { useLanguage } from '../language/LanguageProvider';
import type { Strength } from './strength';

/** How strong what is typed is: a bar to see, a sentence to read and to hear. */
export const StrengthMeter = ({ strength }: { readonly strength: Strength | null }) => {
  const { t } = useLanguage();
  return (
    <div className={strength === null ? 'visually-hidden' : 'strength'} role="status">
      {strength !== null && (
        <>
          <span className={`strength-bar score-${strength.score}`} aria-hidden="true" />
          <span>
            {t('strength.is', { strength: t(strength.label) })}
            {strength.advice !== null && ` ${t(strength.advice)}`}
          </span>
        </>
      )}
    </div>
  );
};
