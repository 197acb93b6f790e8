import { Box } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';

interface WaitingNoticeProps {
  count: number;
  /** Leads to them; null where they are shown already. */
  onShow: (() => void) | null;
}

/** How many guests wait for an editor's agreement. */
export const WaitingNotice = ({ count, onShow }: WaitingNoticeProps) => {
  const translate = useTranslate();
  if (count === 0) return null;
  return (
    <Box marginBottom={5}>
      <Notice tone="warning" role="status" action={onShow && { label: translate('guests.showWaiting'), run: onShow }}>
        {translate('guests.waiting', { count })}
      </Notice>
    </Box>
  );
};
