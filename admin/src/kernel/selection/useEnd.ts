import * as React from 'react';
import type { Job } from '../../../../contract/jobs';
import { refresh } from '../api';
import type { Subject } from '../subjects';

const liveMs = 1_500;

interface Liveness {
  /** How often an action on a selection is asked for again; 0: not any more. */
  everyMs: number;
  setLive: (isLive: boolean) => void;
}

/** How often to ask for an action: until `useEnd` has seen it come to its end. */
export const useLiveness = (): Liveness => {
  const [isLive, setLive] = React.useState(true);
  return { everyMs: isLive ? liveMs : 0, setLive };
};

/**
 * Sees an action come to its end: it is asked for no longer then, and what it has changed is asked for again.
 *
 * @param job null: there is none; undefined: nobody knows yet
 * @param changed always the same
 */
export const useEnd = (
  job: Pick<Job, 'state'> | null | undefined,
  { setLive }: Liveness,
  changed: readonly Subject[]
): void => {
  const isKnown = job !== undefined;
  const moves = job?.state === 'running' || job?.state === 'waiting';
  const moved = React.useRef(false);
  React.useEffect(() => {
    if (isKnown) setLive(moves);
    if (moved.current && !moves) refresh(changed);
    moved.current = moves;
  }, [isKnown, moves, setLive, changed]);
};
