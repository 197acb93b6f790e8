import { problemMessage, type Problem } from '../api/problem';
import { useLanguage } from '../language/LanguageProvider';

interface TroubleProps {
  readonly problem: Problem;
  readonly retry?: () => void;
}

/** A problem in people's words, said aloud, with a way to try again where that can help. */
export const Trouble = ({ problem, retry }: TroubleProps) => {
  const { t } = useLanguage();
  const { key, values } = problemMessage(problem);
  return (
    <div className="problem" role="alert">
      <p>{t(problem.kind === 'unavailable' && retry !== undefined ? 'unavailable.text' : key, values)}</p>
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
};
