import { Button, Flex, Typography } from '@strapi/design-system';
import type { ImportPlan } from '../../../../contract/importing';
import type { Permission } from '../../../../contract/routes';
import { callApi } from '../../kernel/api';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';
import { ProgressBar } from '../../kernel/ui/ProgressBar';
import { Section } from '../../kernel/ui/Section';
import { mayUndo } from './report/undo';
import { useImportActions } from './report/useImportActions';
import { useFileSize } from './source/useFileSize';
import { wishesFor, workOf, type Wish } from './work';
import { useTask } from './useTask';

interface ProgressProps {
  label: string;
  done: number | null;
  total: number | null;
  /** Whether it is counted in bytes of the file. */
  inBytes: boolean;
}

const Progress = ({ label, done, total, inBytes }: ProgressProps) => {
  const translate = useTranslate();
  const sizeOf = useFileSize();
  const words = () => {
    if (done === null) return translate('imports.work.starts');
    if (total === null) return translate('imports.work.doneOnly', { done });
    return inBytes
      ? translate('imports.sending.done', { done: sizeOf(done), total: sizeOf(total) })
      : translate('imports.work.doneOf', { done, total });
  };
  return (
    <>
      <ProgressBar
        aria-label={label}
        // Without a value the bar moves, as nobody knows how much there is.
        {...(done === null || total === null ? {} : { value: done, max: Math.max(total, 1) })}
      />
      <Typography role="status">{words()}</Typography>
    </>
  );
};

interface WorkViewProps {
  plan: ImportPlan;
  may: (permission: Permission) => boolean;
}

/** What is done with an import in the background: how far it is, and what can be wanted of it. It goes on without this page. */
export const WorkView = ({ plan, may }: WorkViewProps) => {
  const translate = useTranslate();
  const { isBusy, run } = useTask();
  const { ask, question } = useImportActions();
  const { documentId, job } = plan;
  const work = workOf(plan.state);
  const title = translate(`imports.work.${work}`);
  const steer = (wish: Wish) =>
    void run(() => callApi('SteerImport', { params: { importId: documentId }, body: { wish } }));
  return (
    <Section title={title} hint={translate(`imports.work.${work}.hint`)}>
      {job?.state === 'failed' || job?.state === 'cancelled' ? (
        <Notice tone={job.state === 'failed' ? 'danger' : 'warning'} role="status">
          {translate(`imports.work.${job.state}`)}
          {job.lastError !== null && job.state === 'failed' && ` ${job.lastError}`}
        </Notice>
      ) : (
        <Progress label={title} done={job?.done ?? null} total={job?.total ?? null} inBytes={work === 'checking'} />
      )}
      {job?.state === 'paused' && (
        <Notice tone="warning" role="status">
          {translate('imports.work.paused')}
        </Notice>
      )}
      <Flex gap={2} wrap="wrap">
        {wishesFor(job?.state ?? null).map((wish) => (
          <Button
            key={wish}
            type="button"
            variant={wish === 'resume' ? 'default' : 'tertiary'}
            disabled={isBusy}
            onClick={() => steer(wish)}
          >
            {translate(`imports.work.wish.${wish}`)}
          </Button>
        ))}
        {mayUndo(plan, may) && (
          <Button variant="danger-light" disabled={isBusy} onClick={() => ask('undo', plan)}>
            {translate('imports.undo')}
          </Button>
        )}
      </Flex>
      {question}
    </Section>
  );
};
