import * as React from 'react';
import type { BulkAccess } from '../../../../contract/bulk-access';
import { refresh, type Answer } from '../../kernel/api';
import { useData, type Loaded } from '../../kernel/useData';

const everyMs = 1_500;

/** Whether an action will soon stand otherwise. */
const isMoving = ({ state }: BulkAccess): boolean => state === 'running' || state === 'waiting';

/** How an action goes, asked for again and again until it is over. */
export const useBulkReport = (jobId: string): Loaded<Answer<'GetBulkAccess'>> => {
  const [isLive, setLive] = React.useState(true);
  const report = useData('GetBulkAccess', { params: { jobId } }, { everyMs: isLive ? everyMs : 0 });
  const { value } = report;
  React.useEffect(() => {
    if (value !== null) setLive(isMoving(value));
  }, [value]);
  return report;
};

/** The reader's newest action; null where there is none. As it ends, the lists are asked for again. */
export const useNewestBulk = (isAsked: boolean): BulkAccess | null => {
  const [isLive, setLive] = React.useState(false);
  const { value } = useData('FindBulkAccess', isAsked ? {} : null, { everyMs: isLive ? everyMs : 0 });
  const newest = value?.newest ?? null;
  const moves = newest !== null && isMoving(newest);
  const moved = React.useRef(false);
  React.useEffect(() => {
    setLive(moves);
    if (moved.current && !moves) refresh(['contacts', 'guests', 'guest', 'access', 'accessStates']);
    moved.current = moves;
  }, [moves]);
  return newest;
};
