import { problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';

interface TroubleProps {
  readonly problem: Problem;
  readonly retry?: () => void;
}

/** A problem in people's words, said aloud, with a way to try again where that can help. */
export const ErrorNotice = ({ problem, retry }: TroubleProps) => {
  const { t } = useLanguage();
  const { key, values } = problemMessage(problem);
  return (
    <div className="problem" role="alert">
      {problem.kind === 'unavailable' && retry !== undefined ? (
        <p>
          <strong>{t('unavailable.title')}.</strong> {t('unavailable.text')}
        </p>
      ) : (
        <p>{t(key, values)}</p>
      )}
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
};
