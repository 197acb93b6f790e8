import { Box, Typography } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';
import type { Check } from './why';

interface TrailProps {
  trail: Check['trail'];
  nameOf: (contentType: string) => string | undefined;
}

/** The rows that lead from the row to what ties it to the guest, each with the relation that led there. */
export const Trail = ({ trail, nameOf }: TrailProps) => {
  const translate = useTranslate();
  if (trail.length === 0) return null;
  return (
    <Box tag="ol" aria-label={translate('insight.why.trail')} paddingLeft={4} style={{ listStyle: 'disc' }}>
      {trail.map(({ attribute, contentType, documentId, label, ties }) => {
        const type = nameOf(contentType);
        return (
          <Typography key={`${attribute} ${documentId}`} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            <code>{attribute}</code>
            {` → ${label}${type === undefined ? '' : ` (${type})`}`}
            {ties && <strong>{` — ${translate('insight.why.ties')}`}</strong>}
          </Typography>
        );
      })}
    </Box>
  );
};
