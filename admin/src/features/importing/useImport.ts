import * as React from 'react';
import type { ImportPlan } from '../../../../contract/importing';
import { useData, type Loaded } from '../../kernel/useData';
import { isMoving } from './steps';

const everyMs = 1_000;

/** An import as it stands; asked for again every second while something is done with it and somebody looks. */
export const useImport = (importId: string | null): Loaded<ImportPlan> => {
  const [isLive, setLive] = React.useState(false);
  const given = importId === null ? null : { params: { importId } };
  const loaded = useData('GetImport', given, { everyMs: isLive ? everyMs : 0 });
  const { value } = loaded;
  React.useEffect(() => setLive(value !== null && isMoving(value)), [value]);
  return loaded;
};
