import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

interface NoticeProps {
  text: string;
  action?: { label: string; run: () => void } | null;
}

/** A failure, said where it happened, with what can be done about it. */
export const Notice = ({ text, action = null }: NoticeProps) => (
  <Flex
    role="alert"
    background="danger100"
    borderColor="danger200"
    hasRadius
    padding={4}
    marginBottom={5}
    gap={3}
    justifyContent="space-between"
    wrap="wrap"
  >
    <Flex gap={3}>
      <WarningCircle aria-hidden fill="danger600" width="2rem" height="2rem" style={{ flexShrink: 0 }} />
      <Typography textColor="danger700">{text}</Typography>
    </Flex>
    {action !== null && (
      <Button type="button" variant="danger-light" size="S" onClick={action.run}>
        {action.label}
      </Button>
    )}
  </Flex>
);
