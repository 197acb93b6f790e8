import * as React from 'react';

/** Something that is loaded. While it is loaded again the last value stays, with `isLoading` true. */
export interface Loaded<Value> {
  value: Value | null;
  error: unknown;
  isLoading: boolean;
  reload: () => void;
}

type State<Value> = Pick<Loaded<Value>, 'value' | 'error' | 'isLoading'>;

/**
 * Loads with `load`, and again whenever `load` is another function (keep it in `useCallback`) or `reload` is called.
 * An answer that a later request overtook is dropped.
 */
export const useLoaded = <Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> => {
  const [state, setState] = React.useState<State<Value>>({ value: null, error: null, isLoading: true });
  const [round, setRound] = React.useState(0);
  React.useEffect(() => {
    const controller = new AbortController();
    setState(({ value }) => ({ value, error: null, isLoading: true }));
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setState({ value, error: null, isLoading: false });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setState(({ value }) => ({ value, error, isLoading: false }));
      }
    );
    return () => controller.abort();
  }, [load, round]);
  const reload = React.useCallback(() => setRound((count) => count + 1), []);
  return { ...state, reload };
};
