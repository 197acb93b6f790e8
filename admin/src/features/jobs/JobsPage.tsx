import { Box } from '@strapi/design-system';
import { jobStates } from '../../../../contract/jobs';
import type { Permission } from '../../../../contract/routes';
import { FilterSelect, ListFrame, ListPage, Pages, usePages } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { JobsTable } from './JobsTable';
import { MailBacklog } from './MailBacklog';
import { useJobsQuery } from './query';
import { useJobActions } from './useJobActions';
import { useJobs } from './useJobs';

/** The page *Travaux*: what is done in the background, and the mails that wait. */
export const JobsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { query, narrow, toPage } = useJobsQuery();
  const page = usePages(useJobs(query), { query, toPage });
  const { start, question } = useJobActions();
  const onClear = query.state === undefined ? null : () => narrow(undefined);

  return (
    <ListPage
      title={translate('jobs.title')}
      count={page.value ? translate('jobs.count', { count: page.value.pagination.total }) : undefined}
      create={null}
      onClear={onClear}
      filters={
        <FilterSelect
          label={translate('jobs.state')}
          values={jobStates}
          value={query.state}
          nameOf={(state) => translate(`jobs.state.${state}`)}
          onChange={narrow}
        />
      }
    >
      <ListFrame
        page={page}
        isEmpty={({ jobs }) => jobs.length === 0}
        emptyText={translate(onClear ? 'jobs.nothingFound' : 'jobs.empty')}
        onClear={onClear}
        create={null}
      >
        {({ jobs, pagination }) => (
          <>
            <JobsTable jobs={jobs} onAction={may('jobs.manage') ? start : null} />
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {page.value && (
        <Box paddingTop={6}>
          <MailBacklog mails={page.value.mails} />
        </Box>
      )}
      {question}
    </ListPage>
  );
};
