import { Box } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import type { Coverage } from '../coverage';
import { useNames } from '../site';

/** The warning above the table: the content that is closed to all guests, and the ways on which the filter did not hold. */
export const OpenWays = ({ coverage }: { coverage: Coverage }) => {
  const translate = useTranslate();
  const names = useNames();
  const { closed, rows } = coverage;
  if (closed.length === 0) return null;
  return (
    <Notice>
      <p>{translate('settings.coverage.closed', { count: closed.length })}</p>
      <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
        {rows
          .filter(({ verdict }) => verdict === 'open')
          .map(({ contentType, way, through }) => {
            const wayName = translate(`settings.coverage.way-${way}`);
            return (
              <li key={`${contentType} ${way} ${through}`}>
                {translate('settings.coverage.open', {
                  type: names.contentType(contentType),
                  way: through === null ? wayName : translate('settings.coverage.through', { way: wayName, through }),
                })}
              </li>
            );
          })}
      </Box>
    </Notice>
  );
};
