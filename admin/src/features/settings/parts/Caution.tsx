import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

/** Something that is allowed, but deserves a second look. */
export const Caution = ({ text }: { text: string }) => (
  <Flex
    role="note"
    background="warning100"
    borderColor="warning200"
    hasRadius
    padding={3}
    gap={2}
    alignItems="flex-start"
  >
    <WarningCircle aria-hidden fill="warning600" width="1.6rem" height="1.6rem" style={{ flexShrink: 0 }} />
    <Typography textColor="neutral800">{text}</Typography>
  </Flex>
);
