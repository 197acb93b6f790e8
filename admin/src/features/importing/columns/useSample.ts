import * as React from 'react';
import { importSampleBytesMax, type ImportFormat, type ImportMapping } from '../../../../../contract/importing';
import { callApi, type Answer } from '../../../kernel/api';
import { toBase64 } from '../sending/base64';

export type Sample = Answer<'SampleImport'>;

/** What an editor says of a file; what they leave out is guessed. */
export interface Said {
  format?: ImportFormat;
  mapping?: ImportMapping;
}

interface State {
  /** The last answer: it stays while it is asked again. */
  sample: Sample | null;
  error: unknown;
  isLoading: boolean;
}

/** How a file looks by its beginning, asked again as an editor says otherwise. */
export const useSample = (file: File, first: Said) => {
  const [said, setSaid] = React.useState<Said>(first);
  const [attempt, setAttempt] = React.useState(0);
  const [state, setState] = React.useState<State>({ sample: null, error: null, isLoading: true });
  React.useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      setState((now) => ({ ...now, error: null, isLoading: true }));
      try {
        const beginning = await toBase64(file.slice(0, importSampleBytesMax));
        const isWhole = file.size <= importSampleBytesMax;
        const sample = await callApi('SampleImport', { body: { beginning, isWhole, ...said } });
        if (isCurrent) setState({ sample, error: null, isLoading: false });
      } catch (error) {
        if (isCurrent) setState((now) => ({ ...now, error, isLoading: false }));
      }
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [file, said, attempt]);
  return { ...state, say: setSaid, retry: () => setAttempt((count) => count + 1) };
};
