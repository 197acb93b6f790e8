import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTranslate } from '../../kernel/translate';

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
    <Flex
      role="status"
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={4}
      marginBottom={5}
      gap={3}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={3}>
        <WarningCircle aria-hidden fill="warning600" width="2rem" height="2rem" style={{ flexShrink: 0 }} />
        <Typography textColor="neutral800">{translate('guests.waiting', { count })}</Typography>
      </Flex>
      {onShow !== null && (
        <Button type="button" variant="tertiary" size="S" onClick={onShow}>
          {translate('guests.showWaiting')}
        </Button>
      )}
    </Flex>
  );
};
