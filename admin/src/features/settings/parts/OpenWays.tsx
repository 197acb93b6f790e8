import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import type { Coverage } from '../coverage';
import { useNames } from '../site';

/** The warning above the table: the content that is closed to all guests, and the ways on which the filter did not hold. */
export const OpenWays = ({ coverage }: { coverage: Coverage }) => {
  const translate = useTranslate();
  const names = useNames();
  const { closed, rows } = coverage;
  if (closed.length === 0) return null;
  return (
    <Flex
      role="alert"
      background="danger100"
      borderColor="danger200"
      hasRadius
      padding={4}
      gap={3}
      alignItems="flex-start"
    >
      <WarningCircle aria-hidden fill="danger600" width="2rem" height="2rem" style={{ flexShrink: 0 }} />
      <Box>
        <Typography tag="p" textColor="danger700">
          {translate('settings.coverage.closed', { count: closed.length })}
        </Typography>
        <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
          {rows
            .filter(({ verdict }) => verdict === 'open')
            .map(({ contentType, way, through }) => {
              const wayName = translate(`settings.coverage.way-${way}`);
              return (
                <Typography key={`${contentType} ${way} ${through}`} tag="li" textColor="danger700">
                  {translate('settings.coverage.open', {
                    type: names.contentType(contentType),
                    way: through === null ? wayName : translate('settings.coverage.through', { way: wayName, through }),
                  })}
                </Typography>
              );
            })}
        </Box>
      </Box>
    </Flex>
  );
};
