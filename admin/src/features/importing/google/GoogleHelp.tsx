import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';

const steps = ['imports.google.open', 'imports.google.export', 'imports.google.choose'] as const;

/** How contacts are taken out of Google, as a file. */
export const GoogleHelp = () => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Typography>{translate('imports.google.how')}</Typography>
      <Box tag="ol" paddingLeft={6} style={{ listStyle: 'decimal' }}>
        {steps.map((step) => (
          <Typography key={step} tag="li">
            {translate(step)}
          </Typography>
        ))}
      </Box>
      <Link href="https://contacts.google.com/" isExternal>
        contacts.google.com
      </Link>
    </Flex>
  );
};
