import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Viewer } from '../../../../contract/insight';
import { useLanguage } from '../../kernel/language';
import { useTranslate } from '../../kernel/translate';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { actionsText, nameOf, throughText } from './viewers';
import { ViewersDialog, type ViewersDialogProps } from './ViewersDialog';

const shownMax = 5;

/** A guest on two lines, with through what they see the row and what they may do with it. */
const ViewerLine = ({ viewer }: { viewer: Viewer }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box tag="li" style={{ overflowWrap: 'anywhere' }}>
      <Typography tag="p" variant="omega" fontWeight="semiBold">
        {nameOf(translate, viewer)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {`${throughText(translate, language, viewer)} — ${actionsText(translate, viewer.actions)}`}
      </Typography>
    </Box>
  );
};

export interface ViewersProps extends Omit<ViewersDialogProps, 'onClose'> {
  /** Another text each time that the row is saved: then it is asked again. */
  savedAt: string;
}

/** Who sees a row: the first guests, how many there are, and all of them in a window. */
export const Viewers = ({ contentType, documentId, savedAt, onOpen }: ViewersProps) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = React.useState(false);
  const loaded = useData('ListViewers', { query: { contentType, documentId, pageSize: shownMax } });
  const { reload } = loaded;
  const [asked, setAsked] = React.useState(savedAt);
  React.useEffect(() => {
    if (asked === savedAt) return;
    setAsked(savedAt);
    reload();
  }, [asked, savedAt, reload]);
  return (
    <LoadedView loaded={loaded}>
      {({ viewers, pagination: { total }, closedTotal }) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography tag="p" role="status">
            {translate('insight.viewers.total', { count: total })}
          </Typography>
          {viewers.length > 0 && (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {viewers.map((viewer, index) => (
                <ViewerLine key={viewer.guest?.documentId ?? index} viewer={viewer} />
              ))}
            </Flex>
          )}
          {closedTotal > 0 && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {translate('insight.viewers.closed', { count: closedTotal })}
            </Typography>
          )}
          {total > 0 && (
            <Button type="button" variant="tertiary" fullWidth onClick={() => setOpen(true)}>
              {translate('insight.viewers.all')}
            </Button>
          )}
          {isOpen && (
            <ViewersDialog
              contentType={contentType}
              documentId={documentId}
              onOpen={onOpen}
              onClose={() => setOpen(false)}
            />
          )}
        </Flex>
      )}
    </LoadedView>
  );
};
