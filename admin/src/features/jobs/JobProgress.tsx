import { Flex, Typography } from '@strapi/design-system';
import type { Job } from '../../../../contract/jobs';
import { useTranslate } from '../../kernel/translate';
import { ProgressBar } from '../../kernel/ui/ProgressBar';
import { jobName } from './kinds';

/** How far a job is, where it says so: a bar where it is known of how many, in words else. */
export const JobProgress = ({ job: { kind, phase, done, total } }: { job: Job }) => {
  const translate = useTranslate();
  const counted =
    done === null
      ? null
      : total === null
        ? translate('jobs.doneOnly', { done })
        : translate('jobs.doneOf', { done, total });
  const words = [phase, counted].filter((word) => word !== null).join(' · ');
  return (
    <Flex direction="column" alignItems="stretch" gap={1} minWidth="12rem">
      {done !== null && total !== null && (
        <ProgressBar
          aria-label={translate('jobs.progressOf', { name: jobName(translate, kind) })}
          value={done}
          // A bar of nothing would be one that never stands still.
          max={Math.max(total, 1)}
        />
      )}
      <Typography variant="pi" textColor="neutral800">
        {words === '' ? '—' : words}
      </Typography>
    </Flex>
  );
};
