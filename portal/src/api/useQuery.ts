import { useCallback, useEffect, useState } from 'react';
import type { Problem } from './problem';
import type { Answer } from './request';

export interface Load<Data> {
  /** The last good answer; stays while the next one is on its way. */
  readonly data: Data | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Loads on mount and whenever `load` changes (wrap it in `useCallback`). A later call aborts an earlier one,
 * so that a slow answer never replaces a newer one.
 */
export const useQuery = <Data>(load: (signal: AbortSignal) => Promise<Answer<Data>>): Load<Data> => {
  const [state, setState] = useState<Omit<Load<Data>, 'reload'>>({ data: null, problem: null, loading: true });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    setState((previous) => ({ ...previous, problem: null, loading: true }));
    void load(controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      setState((previous) =>
        answer.ok
          ? { data: answer.data, problem: null, loading: false }
          : { data: previous.data, problem: answer.problem, loading: false }
      );
    });
    return () => controller.abort();
  }, [load, attempt]);

  return { ...state, reload: useCallback(() => setAttempt((count) => count + 1), []) };
};
