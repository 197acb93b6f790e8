import { Box, Flex, Typography } from '@strapi/design-system';
import type { Answer } from '../../kernel/api';
import { useTranslate, type TextKey } from '../../kernel/translate';
import { ProgressBar } from '../../kernel/ui/ProgressBar';
import { reasonOf } from './left';
import { statusKey } from './status';

/** How far it is, how often what came of the contacts, and who did not get all. */
export const BulkReport = ({ report }: { report: Answer<'GetBulkAccess'> }) => {
  const translate = useTranslate();
  const { done, total, counts, left } = report;
  const lines: { key: TextKey; count: number }[] = [
    ...counts.access.map(({ outcome, count }) => ({ key: `bulk.access.${outcome}` as const, count })),
    ...counts.key.map(({ outcome, count }) => ({ key: `bulk.key.${outcome}` as const, count })),
    ...counts.mail.map(({ outcome, count }) => ({ key: `bulk.mailed.${outcome}` as const, count })),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ProgressBar aria-label={translate('bulk.title')} value={done} max={total} />
      <Typography role="status">{translate(statusKey(report), { done, total })}</Typography>
      {report.endedAt === null && (
        <Typography variant="pi" textColor="neutral600">
          {translate('bulk.background')}
        </Typography>
      )}
      <Box tag="ul">
        {lines.map(({ key, count }) => (
          <Typography key={key} tag="li">
            {translate(key, { count })}
          </Typography>
        ))}
      </Box>
      {left.total > 0 && (
        <>
          <Typography fontWeight="bold">{translate('bulk.left', { count: left.total })}</Typography>
          <Box tag="ul">
            {left.contacts.map((contact) => {
              const reason = reasonOf(contact);
              return (
                <Typography key={contact.contactId} tag="li">
                  {contact.name ?? translate('bulk.nameless')}
                  {reason !== null && ` – ${translate(`bulk.why.${reason}`)}`}
                </Typography>
              );
            })}
          </Box>
          {left.total > left.contacts.length && (
            <Typography variant="pi" textColor="neutral600">
              {translate('bulk.leftMore', { count: left.total - left.contacts.length })}
            </Typography>
          )}
        </>
      )}
    </Flex>
  );
};
