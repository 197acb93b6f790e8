import { Box, Typography } from '@strapi/design-system';
import type { AccessState } from '../../../../contract/access';
import { useTranslate } from '../../kernel/translate';

/** Ground, frame and text of each state. The design system's own `Status` is too pale to read in its warning variant. */
const colors = {
  none: ['neutral100', 'neutral200', 'neutral700'],
  closed: ['danger100', 'danger200', 'danger700'],
  'without-key': ['warning100', 'warning200', 'neutral800'],
  open: ['success100', 'success200', 'success700'],
} as const;

/** The state of an access as the tables show it: in words, and with a colour beside. */
export const AccessBadge = ({ state }: { state: AccessState }) => {
  const translate = useTranslate();
  const [background, borderColor, textColor] = colors[state];
  return (
    <Box
      background={background}
      borderColor={borderColor}
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      paddingTop={1}
      paddingBottom={1}
      width="min-content"
    >
      <Typography tag="span" textColor={textColor} style={{ whiteSpace: 'nowrap' }}>
        {translate(`access.state.${state}`)}
      </Typography>
    </Box>
  );
};
