import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { ActivityEntry } from '../../../../../contract/activity';
import { ListTable, Moment, Text, type Column } from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useData } from '../../../kernel/useData';

const pageSize = 25;

/** What the log says of them, the newest first. */
export const LogTab = ({ guestId }: { guestId: string }) => {
  const translate = useTranslate();
  const [page, setPage] = React.useState(1);
  const loaded = useData('ListGuestActivity', { params: { guestId }, query: { page, pageSize } });
  const columns: Column<ActivityEntry>[] = [
    { header: translate('guests.log.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      header: translate('guests.log.action'),
      cell: ({ action }) => <Text maxWidth="40rem">{translate(`activity.${action}`)}</Text>,
    },
    {
      header: translate('guests.log.actor'),
      cell: ({ actor }) => <Text maxWidth="24rem">{actor.name ?? translate(`activity.actor.${actor.kind}`)}</Text>,
    },
  ];
  return (
    <LoadedView loaded={loaded}>
      {({ entries, pagination }) =>
        entries.length === 0 ? (
          <Typography textColor="neutral600">{translate('guests.log.empty')}</Typography>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <ListTable
              label={translate('guests.page.log')}
              rows={entries}
              keyOf={({ at, action }) => `${at} ${action}`}
              columns={columns}
              hasCards
            />
            {pagination.pageCount > 1 && (
              <Flex gap={2} justifyContent="center">
                <Button variant="tertiary" size="S" disabled={page === 1} onClick={() => setPage(page - 1)}>
                  {translate('guests.log.newer')}
                </Button>
                <Button
                  variant="tertiary"
                  size="S"
                  disabled={page >= pagination.pageCount}
                  onClick={() => setPage(page + 1)}
                >
                  {translate('guests.log.older')}
                </Button>
              </Flex>
            )}
          </Flex>
        )
      }
    </LoadedView>
  );
};
