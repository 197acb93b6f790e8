import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { TrailLines } from './TrailLines';

const pageSize = 25;

/** What the trail says of one guest. */
export const GuestTrail = ({ guestId }: { guestId: string }) => {
  const translate = useTranslate();
  const [before, setBefore] = React.useState<string | undefined>(undefined);
  const loaded = useData('ListTrail', { query: { guestId, before, pageSize } });
  return (
    <LoadedView loaded={loaded}>
      {({ lines, next }) =>
        lines.length === 0 ? (
          <Typography textColor="neutral600">{translate('guests.log.empty')}</Typography>
        ) : (
          <TrailLines
            label={translate('guests.page.log')}
            lines={lines}
            onOlder={next === null ? null : () => setBefore(next)}
            onNewest={before === undefined ? null : () => setBefore(undefined)}
          />
        )
      }
    </LoadedView>
  );
};
