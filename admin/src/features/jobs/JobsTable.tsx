import { Box, Flex, Typography } from '@strapi/design-system';
import type { Job, JobState } from '../../../../contract/jobs';
import { Moment } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { BlockTable } from '../../kernel/ui/BlockTable';
import { Tag, type Tone } from '../../kernel/ui/Tag';
import type { JobAction } from './actions';
import { JobButtons } from './JobButtons';
import { JobProgress } from './JobProgress';
import { jobName } from './kinds';

const tones = {
  waiting: 'neutral',
  running: 'busy',
  paused: 'careful',
  failed: 'bad',
  done: 'good',
  cancelled: 'neutral',
} as const satisfies Record<JobState, Tone>;

const Name = ({ job: { kind, recurs } }: { job: Job }) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography fontWeight="bold">{jobName(translate, kind)}</Typography>
      {recurs && (
        <Typography variant="pi" textColor="neutral600">
          {translate('jobs.recurs')}
        </Typography>
      )}
    </Flex>
  );
};

const Due = ({ job: { recurs, state, dueAt } }: { job: Job }) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="flex-start">
      {recurs && state === 'waiting' && (
        <Typography variant="pi" textColor="neutral600">
          {translate('jobs.next')}
        </Typography>
      )}
      <Moment at={dueAt} />
    </Flex>
  );
};

const LastError = ({ job: { lastError, attempts } }: { job: Job & { lastError: string } }) => {
  const translate = useTranslate();
  return (
    <Typography variant="pi" textColor="danger600">
      {attempts > 0
        ? translate('jobs.lastError', { attempt: attempts, error: lastError })
        : translate('jobs.lastErrorOnly', { error: lastError })}
    </Typography>
  );
};

const hasError = (job: Job): job is Job & { lastError: string } => job.lastError !== null;

interface JobsTableProps {
  jobs: readonly Job[];
  /** Null where the reader may not. */
  onAction: ((action: JobAction, job: Job) => void) | null;
}

/** The jobs, the newest first. */
export const JobsTable = ({ jobs, onAction }: JobsTableProps) => {
  const translate = useTranslate();
  const operations = onAction && {
    header: translate('contacts.actions'),
    cell: (job: Job) => <JobButtons job={job} onAction={onAction} />,
  };
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <BlockTable
        label={translate('jobs.title')}
        rows={jobs}
        keyOf={({ documentId }) => documentId}
        columns={[
          { name: 'kind', header: translate('jobs.kind'), cell: (job) => <Name job={job} /> },
          {
            name: 'state',
            header: translate('jobs.state'),
            cell: ({ state }) => <Tag tone={tones[state]}>{translate(`jobs.state.${state}`)}</Tag>,
          },
          { name: 'progress', header: translate('jobs.progress'), cell: (job) => <JobProgress job={job} /> },
          { name: 'due', header: translate('jobs.due'), cell: (job) => <Due job={job} /> },
          { name: 'ended', header: translate('jobs.ended'), cell: ({ endedAt }) => <Moment at={endedAt} /> },
        ]}
        operations={operations ?? undefined}
        note={(job) => hasError(job) && <LastError job={job} />}
      />
    </Box>
  );
};
