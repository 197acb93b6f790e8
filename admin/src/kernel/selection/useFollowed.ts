import * as React from 'react';
import type { Job } from '../../../../contract/jobs';
import { refresh } from '../api';
import type { Subject } from '../subjects';
import type { Loaded } from '../useData';

type Standing = Pick<Job, 'state'>;

const everyMs = 1_500;

/** Whether an action will soon stand otherwise. */
const isMoving = (job: Standing | null): boolean => job?.state === 'running' || job?.state === 'waiting';

/**
 * What is known of an action on a selection, asked for again and again until it is over.
 *
 * @param useAnswer asks for it, this often; 0: once
 * @param changed what is asked for again as the action ends; always the same
 */
export const useFollowed = <Value>(
  useAnswer: (everyMs: number) => Loaded<Value>,
  jobOf: (value: Value) => Standing | null,
  changed: readonly Subject[]
): Loaded<Value> => {
  const [isLive, setLive] = React.useState(true);
  const answer = useAnswer(isLive ? everyMs : 0);
  const isKnown = answer.value !== null;
  const moves = answer.value !== null && isMoving(jobOf(answer.value));
  const moved = React.useRef(false);
  React.useEffect(() => {
    if (isKnown) setLive(moves);
    if (moved.current && !moves) refresh(changed);
    moved.current = moves;
  }, [isKnown, moves, changed]);
  return answer;
};
