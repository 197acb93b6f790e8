import * as React from 'react';
import type { Job } from '../../../../contract/jobs';
import type { Answer } from '../../kernel/api';
import { useData, type Loaded } from '../../kernel/useData';
import type { JobsQuery } from './query';

const everyMs = 3_000;
/** The clocks of server and reader may differ. */
const soonMs = 60_000;

/** Whether a job will soon stand otherwise: it is being done, or is about to be. */
const isMoving = ({ state, dueAt }: Job): boolean =>
  state === 'running' || (state === 'waiting' && Date.parse(dueAt) < Date.now() + soonMs);

/** A page of the jobs and the mails that wait; asked for again every three seconds while something of it moves. */
export const useJobs = (query: JobsQuery): Loaded<Answer<'ListJobs'>> => {
  const [isLive, setLive] = React.useState(false);
  const page = useData('ListJobs', { query }, { everyMs: isLive ? everyMs : 0 });
  const jobs = page.value?.jobs;
  React.useEffect(() => setLive(jobs?.some(isMoving) ?? false), [jobs]);
  return page;
};
