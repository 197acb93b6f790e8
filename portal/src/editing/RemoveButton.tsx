import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Section } from '../api/guestAccess';
import type { Problem } from '../api/problem';
import { deleteRow, type Row } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { usePageState, type PageState } from '../page/Flash';
import { ErrorNotice } from '../page/ErrorNotice';
import { sectionPath } from '../page/sectionPath';
import { useContentLocale } from '../rows/useContentLocale';
import { useSession } from '../session/SessionProvider';

interface RemoveButtonProps {
  readonly section: Section;
  readonly row: Row;
  readonly name: string;
}

/** Deletes the row after asking, then goes back to the list. */
export const RemoveButton = ({ section, row, name }: RemoveButtonProps) => {
  const { t } = useLanguage();
  const { notice } = useSession();
  const navigate = useNavigate();
  const locale = useContentLocale(section);
  const { listSearch = '' } = usePageState();
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const remove = async () => {
    setRemoving(true);
    const answer = await deleteRow(section, row.documentId, locale);
    if (answer.ok) {
      const state: PageState = { flash: 'row.removed' };
      return navigate({ pathname: sectionPath(section.key), search: listSearch }, { replace: true, state });
    }
    setRemoving(false);
    setProblem(answer.problem);
    notice(answer.problem);
  };

  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('row.remove')}
      </button>
      {asking && (
        <ConfirmDialog
          title={t('remove.title', { row: name })}
          confirmLabel={t('remove.confirm')}
          busy={removing}
          onConfirm={() => void remove()}
          onCancel={() => {
            setAsking(false);
            setProblem(null);
          }}
        >
          <p>{t('remove.text')}</p>
          {problem !== null && <ErrorNotice problem={problem} />}
        </ConfirmDialog>
      )}
    </>
  );
};
