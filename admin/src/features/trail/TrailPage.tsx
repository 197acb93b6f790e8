import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { actorKinds } from '../../../../contract/activity';
import { trailTopicNames } from '../../../../contract/trail';
import { FilterSelect, ListFrame, ListPage } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { useData } from '../../kernel/useData';
import { Notice } from '../../kernel/ui/Notice';
import { askedOf, isFiltered, periods, useTrailQuery } from './query';
import { TrailLines } from './TrailLines';

const everyMs = 5_000;
const pageSize = 25;

/** The page *Journal des accès*: who did what to whom, as it happens. */
export const TrailPage = () => {
  const translate = useTranslate();
  const { query, narrow, clear } = useTrailQuery();
  // What is older does not move.
  const isLive = query.before === undefined;
  const [openedAt] = React.useState(Date.now);
  const asked = askedOf(query, openedAt);
  const page = useData(
    'ListTrail',
    { query: { ...asked, before: query.before, pageSize } },
    { everyMs: isLive ? everyMs : 0 }
  );
  const onClear = isFiltered(query) ? clear : null;
  const { guestId, contactId, row } = query;
  const subject = guestId ?? contactId ?? row?.rowId;
  const name = page.value?.lines.find(({ guest }) => guest?.documentId === guestId)?.guest?.name;

  return (
    <ListPage
      title={translate('trail.title')}
      count={page.value ? translate('trail.kept', { days: page.value.days }) : undefined}
      create={null}
      exported={{ endpoint: 'ExportTrail', query: asked, name: translate('trail.file'), formats: ['csv'] }}
      onClear={onClear}
      filters={
        <>
          <FilterSelect
            label={translate('trail.topic')}
            values={trailTopicNames}
            value={query.topic}
            nameOf={(topic) => translate(`trail.topic.${topic}`)}
            onChange={(topic) => narrow({ topic })}
          />
          <FilterSelect
            label={translate('trail.by')}
            values={actorKinds}
            value={query.by}
            nameOf={(kind) => translate(`trail.by.${kind}`)}
            onChange={(by) => narrow({ by })}
          />
          <FilterSelect
            label={translate('trail.period')}
            values={periods}
            value={query.period}
            nameOf={(period) => translate(`trail.period.${period}`)}
            onChange={(period) => narrow({ period })}
          />
        </>
      }
    >
      {subject !== undefined && (
        <Box marginBottom={5}>
          <Notice role="status">
            <Typography>
              {name ? translate('trail.only.named', { name }) : translate(row ? 'trail.only.row' : 'trail.only')}
            </Typography>
          </Notice>
        </Box>
      )}
      <ListFrame
        page={page}
        isEmpty={({ lines }) => lines.length === 0}
        emptyText={translate(onClear ? 'trail.nothingFound' : 'trail.empty')}
        onClear={onClear}
        create={null}
      >
        {({ lines, next }) => (
          <TrailLines
            label={translate('trail.title')}
            lines={lines}
            onOlder={next === null ? null : () => narrow({ before: next })}
            onNewest={isLive ? null : () => narrow({})}
          />
        )}
      </ListFrame>
    </ListPage>
  );
};
