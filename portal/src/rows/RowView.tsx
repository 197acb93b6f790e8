import { useCallback, useEffect, useState } from 'react';
import type { Section } from '../api/guestAccess';
import { findRow, type Row } from '../api/rows';
import { useQuery } from '../api/useQuery';
import { EditRow } from '../editing/EditRow';
import { rowDraftName } from '../editing/rowDraft';
import { WaitingDraft } from '../editing/WaitingDraft';
import { Loading } from '../page/Loading';
import { Missing } from '../page/Missing';
import { ErrorNotice } from '../page/ErrorNotice';
import { useSession } from '../session/SessionProvider';
import { BackLink } from './BackLink';
import { RowDetails } from './RowDetails';
import { rowQuery } from './rowQuery';
import { useContentLocale } from './useContentLocale';

interface RowViewProps {
  readonly section: Section;
  readonly documentId: string;
}

/** A row's page: everything the guest may read of it, or the form that changes it. */
export const RowView = ({ section, documentId }: RowViewProps) => {
  const { notice } = useSession();
  const [mode, setMode] = useState<'read' | 'edit' | 'saved'>('read');
  const [saved, setSaved] = useState<Row | null>(null);
  const locale = useContentLocale(section);
  const load = useCallback(
    () => findRow(section, documentId, rowQuery(section, locale)),
    [section, documentId, locale]
  );
  const { data, problem, reload } = useQuery(load);
  const row = saved ?? data;

  useEffect(() => {
    if (problem !== null) notice(problem);
  }, [problem, notice]);

  if (problem?.kind === 'not-found' || problem?.kind === 'forbidden') return <Missing />;
  return (
    <article className="row">
      <BackLink section={section} />
      {problem !== null && <ErrorNotice problem={problem} retry={reload} />}
      {row === null && problem === null && <Loading />}
      {row !== null && mode !== 'edit' && section.actions.includes('update') && (
        <WaitingDraft key={mode} name={rowDraftName(section, documentId, locale)} onResume={() => setMode('edit')} />
      )}
      {row !== null && mode !== 'edit' && (
        <RowDetails section={section} row={row} saved={mode === 'saved'} onEdit={() => setMode('edit')} />
      )}
      {row !== null && mode === 'edit' && (
        <EditRow
          section={section}
          row={row}
          onSaved={(changed) => {
            setSaved(changed);
            setMode('saved');
          }}
          onCancel={() => setMode('read')}
        />
      )}
    </article>
  );
};
