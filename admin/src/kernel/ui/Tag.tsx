import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, CrossCircle, Minus, WarningCircle } from '@strapi/icons';

export type Tone = 'good' | 'bad' | 'careful' | 'neutral' | 'busy';

/** Icon, ground, frame and text of each tone. The icon says the same as the colour, for those who do not tell colours apart. */
const looks = {
  good: { Icon: CheckCircle, colors: ['success100', 'success200', 'success700'] },
  bad: { Icon: CrossCircle, colors: ['danger100', 'danger200', 'danger700'] },
  careful: { Icon: WarningCircle, colors: ['warning100', 'warning200', 'neutral800'] },
  neutral: { Icon: Minus, colors: ['neutral100', 'neutral200', 'neutral700'] },
  busy: { Icon: ArrowClockwise, colors: ['primary100', 'primary200', 'primary700'] },
} as const;

/** A verdict in a word or two. */
export const Tag = ({ tone, children }: { tone: Tone; children: React.ReactNode }) => {
  const { Icon, colors } = looks[tone];
  const [background, borderColor, textColor] = colors;
  return (
    <Flex
      tag="span"
      inline
      gap={1}
      background={background}
      borderColor={borderColor}
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      paddingTop={1}
      paddingBottom={1}
      maxWidth="100%"
    >
      <Icon aria-hidden fill={textColor} width="1.2rem" height="1.2rem" style={{ flexShrink: 0 }} />
      <Typography tag="span" variant="pi" textColor={textColor}>
        {children}
      </Typography>
    </Flex>
  );
};
