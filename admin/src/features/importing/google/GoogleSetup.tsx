import { Box, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';

const steps = ['project', 'api', 'consent', 'client', 'enter'] as const;

/** How a site gets a client at Google. */
export const GoogleSetup = () => {
  const translate = useTranslate();
  return (
    <Box tag="ol" paddingLeft={6} style={{ listStyle: 'decimal' }}>
      {steps.map((step) => (
        <Typography key={step} tag="li">
          {translate(`imports.google.setup.${step}`)}
        </Typography>
      ))}
    </Box>
  );
};
