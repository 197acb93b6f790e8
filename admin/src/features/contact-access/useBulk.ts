import * as React from 'react';
import { grantInBulk, noProgress, type BulkProgress } from './bulk';
import type { GrantsDraft } from '../../kernel/grants';

export type BulkPhase = 'choosing' | 'running' | 'finished';

/** Runs the bulk action once: its phase, how far it is, what went wrong, and the way to stop it. */
export const useBulk = (contactIds: readonly string[]) => {
  const [phase, setPhase] = React.useState<BulkPhase>('choosing');
  const [progress, setProgress] = React.useState<BulkProgress>(() => noProgress(contactIds.length));
  const [error, setError] = React.useState<unknown>(null);
  const controller = React.useRef<AbortController | null>(null);

  const start = async (grants: GrantsDraft) => {
    const current = new AbortController();
    controller.current = current;
    setPhase('running');
    setError(null);
    try {
      await grantInBulk(contactIds, grants, setProgress, current.signal);
    } catch (failure) {
      setError(failure);
    }
    setPhase('finished');
  };
  const stop = () => controller.current?.abort();
  return { phase, progress, error, start, stop };
};
