import { Flex, IconButton } from '@strapi/design-system';
import { ArrowClockwise, Cross, Play } from '@strapi/icons';
import type { Job } from '../../../../contract/jobs';
import { useTranslate } from '../../kernel/translate';
import { actionsFor, type JobAction } from './actions';
import { jobName } from './kinds';
import { PauseIcon } from './PauseIcon';

const icons = {
  run: Play,
  retry: ArrowClockwise,
  resume: Play,
  pause: PauseIcon,
  cancel: Cross,
} as const satisfies Record<JobAction, unknown>;

interface JobButtonsProps {
  job: Job;
  onAction: (action: JobAction, job: Job) => void;
}

/** What can be done with a job as it stands. */
export const JobButtons = ({ job, onAction }: JobButtonsProps) => {
  const translate = useTranslate();
  const name = jobName(translate, job.kind);
  return (
    <Flex gap={1} justifyContent={{ initial: 'flex-start', large: 'flex-end' }}>
      {actionsFor(job).map((action) => {
        const Icon = icons[action];
        return (
          <IconButton
            key={action}
            variant="ghost"
            label={translate('jobs.actionOf', { action: translate(`jobs.action.${action}`), name })}
            onClick={() => onAction(action, job)}
          >
            <Icon aria-hidden />
          </IconButton>
        );
      })}
    </Flex>
  );
};
