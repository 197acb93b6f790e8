import * as React from 'react';
import type { Settings } from '../../../../../contract';
import { callApi } from '../../../kernel/api';
import { useLoaded } from '../../../kernel/loaded';
import type { Coverage } from './coverage';

/** What the self-check found; asked again when other settings are saved, as it then walks all ways anew. Null while guests are off. */
export const useCoverage = (saved: Settings) => {
  const load = React.useCallback(
    (signal: AbortSignal): Promise<Coverage | null> =>
      saved.contacts && saved.guests ? callApi('GetCoverage', { signal }) : Promise.resolve(null),
    [saved]
  );
  return useLoaded(load);
};
