import { Typography } from '@strapi/design-system';
import type { Answer } from '../../kernel/api';
import { useTranslate } from '../../kernel/translate';
import { BlockTable } from '../../kernel/ui/BlockTable';
import { Section } from '../../kernel/ui/Section';
import { mailName } from './kinds';

const Count = ({ count, isBad = false }: { count: number; isBad?: boolean }) => (
  <Typography textColor={isBad && count > 0 ? 'danger600' : 'neutral800'}>{count}</Typography>
);

/** The mails that wait and those that were given up, by their kind. */
export const MailBacklog = ({ mails }: Pick<Answer<'ListJobs'>, 'mails'>) => {
  const translate = useTranslate();
  return (
    <Section title={translate('jobs.mails')} hint={translate('jobs.mailsHint')}>
      {mails.length === 0 ? (
        <Typography>{translate('jobs.noMails')}</Typography>
      ) : (
        <BlockTable
          label={translate('jobs.mails')}
          rows={mails}
          keyOf={({ kind }) => kind}
          columns={[
            {
              name: 'kind',
              header: translate('jobs.mailKind'),
              cell: ({ kind }) => <Typography fontWeight="bold">{mailName(translate, kind)}</Typography>,
            },
            {
              name: 'waiting',
              header: translate('jobs.mailsWaiting'),
              cell: ({ waiting }) => <Count count={waiting} />,
            },
            {
              name: 'failed',
              header: translate('jobs.mailsFailed'),
              cell: ({ failed }) => <Count count={failed} isBad />,
            },
          ]}
        />
      )}
    </Section>
  );
};
