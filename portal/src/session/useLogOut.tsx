import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem';
import type { Answer } from '../api/request';
import { useLanguage } from '../language/LanguageProvider';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { drafts } from './drafts';
import { useSession } from './SessionProvider';
import { hasUnsaved } from './unsaved';
import { whoOf } from './whoOf';

interface LogOut {
  /** Logs out, after asking where something would be lost by it. */
  readonly logOut: (end?: () => Promise<Answer<unknown>>) => Promise<void>;
  readonly problem: Problem | null;
  /** To be drawn. */
  readonly question: ReactNode;
}

/** Logging out takes away what is kept on this device: who has typed something that is not saved is asked first. */
export const useLogOut = (): LogOut => {
  const { t } = useLanguage();
  const { state, leave } = useSession();
  const [asking, setAsking] = useState<{ readonly end?: () => Promise<Answer<unknown>> } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const go = async (end?: () => Promise<Answer<unknown>>) => {
    setBusy(true);
    setProblem(await leave(end));
    setBusy(false);
    setAsking(null);
  };
  const logOut = async (end?: () => Promise<Answer<unknown>>) => {
    const loses = state.kind === 'in' && (hasUnsaved() || drafts().any(whoOf(state.guest)));
    if (!loses) return go(end);
    setAsking(end === undefined ? {} : { end });
  };

  const question = asking !== null && (
    <ConfirmDialog
      title={t('leave.title')}
      confirmLabel={t('leave.confirm')}
      busy={busy}
      onConfirm={() => void go(asking.end)}
      onCancel={() => setAsking(null)}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
  return { logOut, problem, question };
};
